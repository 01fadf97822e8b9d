extension Nearness {
    /// The nearest entries within a radius, equals by id.
    ///
    /// - Parameters:
    ///   - radius: Metres; an entry exactly that far is within.
    ///   - categories: nil for all.
    ///   - after: The mark of the last entry of the page before. What stays where it is during the paging is seen once.
    ///   - detour: Metres to add to the straight distance for reaching a place, zero or more and always the same for the same place:
    ///     radius, order and marks are then of the sum. It must not change this index.
    public func nearest(
        to place: Place, within radius: Double, of categories: [UInt16]? = nil, limit: Int = 20, after: DistanceMark? = nil,
        detour: ((Place) -> Double)? = nil
    ) -> [Neighbour] {
        let vantage = Vantage(place, radius: radius, metric: metric)
        return shortlisted(.nearest, limit: limit, worst: radius) { shelves, found in
            var search = NearestSearch(vantage, after: after, detour: detour, in: shelves.slots, found: found)
            shelves.visit(categories) { search.look(in: $0.tree) }
            return search.found
        }
    }

    /// The newest entries within a radius; of the same time, the highest id first.
    ///
    /// `radius`, `categories` and `after` as for ``nearest(to:within:of:limit:after:detour:)``.
    public func newest(
        near place: Place, within radius: Double, of categories: [UInt16]? = nil, limit: Int = 20, after: TimeMark? = nil
    ) -> [Neighbour] {
        let vantage = Vantage(place, radius: radius, metric: metric)
        return shortlisted(.newest, limit: limit, worst: .infinity) { shelves, found in
            var search = NewestSearch(vantage, after: after, in: shelves.slots, found: found)
            shelves.visit(categories) { search.look(in: $0) }
            return search.found
        }
    }

    public func count(near place: Place, within radius: Double, of categories: [UInt16]? = nil) -> Int {
        read { shelves in
            var census = Census(Vantage(place, radius: radius, metric: metric))
            shelves.visit(categories) { census.look(in: $0.tree) }
            return census.count
        }
    }

    @inline(__always)
    private func shortlisted(
        _ order: Shortlist.Order, limit: Int, worst: Double, _ search: (borrowing Shelves, Shortlist) -> Shortlist
    ) -> [Neighbour] {
        guard limit > 0, worst >= 0 else { return [] }
        return read { shelves in
            let limit = min(limit, shelves.slots.count)
            guard limit > 0 else { return [] }
            return withUnsafeTemporaryAllocation(of: Shortlist.Candidate.self, capacity: limit) { room in
                search(shelves, Shortlist(order, limit: limit, worst: worst, in: room)).neighbours(in: shelves.slots)
            }
        }
    }
}
