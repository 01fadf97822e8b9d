extension Assignment {
    /// Lets the pending places bid for columns: whoever loses by it more than the occupant would puts the occupant out, and the price rises to
    /// where the next one would leave. Those that would only draw stay pending, and so do all once it takes too long.
    mutating func bid() {
        setThresholds()
        for _ in 0..<2 {
            var drawn = Store<Int32>(capacity: pending.count)
            var patience = pending.count * 16
            while let place = pending.popLast() {
                guard places[place].edge == Place.pending else { continue }
                patience -= 1
                guard patience >= 0, let next = bid(for: place) else {
                    drawn.append(place)
                    continue
                }
                if next >= 0 { pending.append(next) }
            }
            while let place = drawn.popLast() { pending.append(place) }
        }
    }

    private func setThresholds() {
        for number in 0..<Int32(rows.count)
        where rows[number].places.contains(where: { places[$0].edge >= 0 }) {
            let row = rows[number]
            var threshold = Int(row.penalty)
            for edge in row.edges where !isTaken(edge, by: row) {
                threshold = min(threshold, Int(edges[edge].cost) - columns[edges[edge].column].potential)
            }
            rows[number].threshold = threshold
        }
    }

    /// The place that has to bid next, put out or once more this one; -1 when none has to, nil when nothing would be won.
    private func bid(for place: Int32) -> Int32? {
        let (columns, edges) = (columns.base, edges.base)
        let number = places[place].row
        let row = rows[number]
        let asksForOne = row.asksForOne
        var (best, second, choice) = (Int(row.penalty), Int.max, Place.unserved)
        for edge in row.edges {
            let candidate = edges[Int(edge)]
            let value = Int(candidate.cost) - columns[Int(candidate.column)].potential
            guard value < second, asksForOne || !isTaken(edge, by: row) else { continue }
            if value < best { (second, best, choice) = (best, value, edge) } else { second = value }
        }
        guard choice >= 0 else {
            rows[number].threshold = best
            places[place].edge = Place.unserved
            return -1
        }
        let column = edges[Int(choice)].column
        var displaced: Int32 = -1
        if seats[column].free == 0 {
            let least = leastWilling(in: column)
            guard least.price == -columns[Int(column)].potential else {
                // An occupant's threshold rose since, by another place of its row: nobody leaves at the price that the bid was made on.
                columns[Int(column)].potential = -least.price
                return place
            }
            guard second > best else { return nil }
            displaced = least.place
        }
        rows[number].threshold = second
        take(choice, for: place, from: displaced)
        return displaced
    }

    /// From whoever has to leave; otherwise a free place.
    private func take(_ edge: Int32, for place: Int32, from displaced: Int32) {
        let column = edges[edge].column
        if displaced >= 0 {
            leave(displaced)
            places[displaced].edge = Place.pending
        } else {
            seats[column].free -= 1
        }
        occupy(place, edge)
        if seats[column].free == 0 { columns[column].potential = -leastWilling(in: column).price }
    }

    /// Who of the occupants would leave first as the price rises, and at which price.
    private func leastWilling(in column: Int32) -> (place: Int32, price: Int) {
        var least = (place: Int32(-1), price: Int.max)
        var place = seats[column].firstOccupant
        while place >= 0 {
            let occupant = places[place]
            let price = rows[occupant.row].threshold - Int(occupant.cost)
            if price < least.price { least = (place, price) }
            place = occupant.next
        }
        return least
    }
}
