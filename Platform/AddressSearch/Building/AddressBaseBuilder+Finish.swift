import Geography

extension AddressBaseBuilder {
    /// Sorts what was gathered into a base.
    public consuming func finish() -> AddressBase {
        let centres = addCommunes()
        let importances = importances()
        let order = PlaceOrder(places: places.things, names: names.things.count, importances: importances)
        let (houses, streets) = sortedHouses(order)
        let places = placed(order, houses, streets, importances)
        let words = VocabularyPlan(
            names: order.names.map { names.things[$0] },
            bearers: order.bearers(self.places.things, aliases.things, importances: places.map(\.importance)), towns: towns.things)
        return AddressBase(
            vocabulary: words.vocabulary, names: words.names(importances: order.names.map { order.importances[$0] }), places: places,
            houses: houses, towns: towns.things, centres: centres,
            placesOfTowns: Self.placesByTown(places, towns: towns.things.count))
    }

    private static func placesByTown(_ places: ContiguousArray<Place>, towns: Int) -> Postings {
        let order = places.indices.sorted { (places[$1].importance, $0) < (places[$0].importance, $1) }
        return Postings(keys: towns) { add in
            for place in order { add(places[place].town, UInt32(place)) }
        }
    }

    /// Each postcode of each commune becomes a place of its own, in the middle of its streets.
    private mutating func addCommunes() -> [Position] {
        var sums = Array(repeating: (longitude: 0.0, latitude: 0.0, count: 0.0), count: towns.things.count)
        for (key, draft) in zip(places.things, drafts) {
            let (town, point, count) = (Int(key.town), draft.position.point, Double(draft.houses) + 1)
            sums[town].longitude += point.longitude * count
            sums[town].latitude += point.latitude * count
            sums[town].count += count
        }
        let centres = sums.map { Point(longitude: $0.longitude / $0.count, latitude: $0.latitude / $0.count) }
        for (number, town) in towns.things.enumerated() {
            _ = place(named: town.city, in: UInt32(number), at: centres[number], isCommune: true)
        }
        return centres.map { Position($0) }
    }

    /// By old number: a large street comes first, and a street of a large town.
    private func importances() -> [UInt8] {
        var ofTowns = Array(repeating: UInt32(0), count: towns.things.count)
        for (key, draft) in zip(places.things, drafts) { ofTowns[Int(key.town)] += draft.houses }
        return zip(places.things, drafts).map { key, draft in
            let town = Place.importance(houses: ofTowns[Int(key.town)])
            return UInt8(key.isCommune ? town : (2 * Place.importance(houses: draft.houses) + town) / 3)
        }
    }

    private func sortedHouses(_ order: PlaceOrder) -> (Houses, streets: [Range<UInt32>]) {
        var starts = Array(repeating: 0, count: drafts.count + 1)
        for place in drafts.indices { starts[order.rank[place] + 1] = Int(drafts[place].houses) }
        for place in drafts.indices { starts[place + 1] += starts[place] }
        var next = starts
        let none = Houses.House(reference: Place.none, key: 0, position: Position(Point(longitude: 0, latitude: 0)))
        var sorted = ContiguousArray(repeating: none, count: houses.count)
        for draft in houses {
            let place = order.rank[Int(draft.place)]
            sorted[next[place]] = draft.house
            next[place] += 1
        }
        let ranges = Self.sortWithinStreets(&sorted, starts)
        return (Houses(all: sorted, suffixes: suffixes.things), ranges)
    }

    /// Answers where the numbers of each street ended up, doubles taken out.
    private static func sortWithinStreets(_ houses: inout ContiguousArray<Houses.House>, _ starts: [Int]) -> [Range<UInt32>] {
        var kept = 0
        let ranges = (1..<starts.count).map { street in
            let first = kept
            let sorted = houses[starts[street - 1]..<starts[street]].enumerated()
                .sorted { ($0.element.key, $0.offset) < ($1.element.key, $1.offset) }
            for (_, house) in sorted where kept == first || houses[kept - 1].key != house.key {
                houses[kept] = house
                kept += 1
            }
            return UInt32(first)..<UInt32(kept)
        }
        houses.removeLast(houses.count - kept)
        return ranges
    }

    private func placed(
        _ order: PlaceOrder, _ houses: Houses, _ streets: [Range<UInt32>], _ importances: [UInt8]
    ) -> ContiguousArray<Place> {
        var result = ContiguousArray<Place>()
        result.reserveCapacity(drafts.count)
        for (rank, old) in order.places.enumerated() {
            let (key, draft, range) = (places.things[old], drafts[old], streets[rank])
            let middle = range.isEmpty ? draft.position : houses.all[Int(range.lowerBound) + range.count / 2].position
            let kind: Suggestion.Kind =
                key.isCommune ? .commune : AddressText.isWay(names.things[Int(key.name)]) ? .street : .locality
            result.append(
                Place(
                    name: UInt32(order.nameRank[Int(key.name)]), town: key.town, houses: range, position: middle,
                    reference: draft.reference, importance: importances[old], kind: kind))
        }
        return result
    }
}
