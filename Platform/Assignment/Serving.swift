extension Assignment {
    /// Where a search ends at best: at a column with a free place, or at a place that stays unserved.
    private struct End {
        var distance = Int.max
        var column: Int32 = -1
        var place: Int32 = -1
    }

    /// Serves one place more by the cheapest chain of moves: it takes a column, whose occupant takes another, and so on, until a place is free
    /// or somebody does without.
    mutating func serve(_ start: Int32) {
        var end = End()
        reach(from: start, at: 0, &end)
        while queue.nearest < end.distance {
            let (distance, column) = queue.removeNearest()
            guard columns[column].distance == distance else { continue }
            settled.append(column)
            let base = distance + columns[column].potential
            var occupant = seats[column].firstOccupant
            while occupant >= 0 {
                let here = places[occupant]
                if isNearer(here.row, base - Int(here.cost)) {
                    reach(from: occupant, at: base - Int(here.cost), &end)
                }
                occupant = here.next
            }
        }
        while let column = settled.popLast() {
            columns[column].potential += columns[column].distance - end.distance
        }
        forgetDistances()
        move(from: start, to: end)
    }

    /// A row with several places may be reached by each of them; only a shorter way leads to anything new.
    @inline(__always)
    private mutating func isNearer(_ row: Int32, _ base: Int) -> Bool {
        if rows[row].asksForOne { return true }
        guard base < rows[row].reached else { return false }
        if rows[row].reached == .max { touchedRows.append(row) }
        rows[row].reached = base
        return true
    }

    /// Looks at all that the place could take instead.
    @inline(__always)
    private mutating func reach(from place: Int32, at base: Int, _ end: inout End) {
        let row = rows[places[place].row]
        if base + Int(row.penalty) < end.distance {
            end = End(distance: base + Int(row.penalty), column: -1, place: place)
        }
        let (columns, seats, edges, asksForOne) = (columns.base, seats.base, edges.base, row.asksForOne)
        for edge in row.edges {
            let candidate = edges[Int(edge)]
            if row.isAscending, base + Int(candidate.cost) >= end.distance { return }
            let column = Int(candidate.column)
            let distance = base + Int(candidate.cost) - columns[column].potential
            guard distance < end.distance, distance < columns[column].distance,
                asksForOne || !isTaken(edge, by: row)
            else { continue }
            seats[column].viaEdge = edge
            seats[column].viaPlace = place
            if seats[column].free > 0 {
                end = End(distance: distance, column: candidate.column)
            } else {
                if columns[column].distance == .max { touched.append(candidate.column) }
                columns[column].distance = distance
                queue.insert(distance, candidate.column)
            }
        }
    }

    private func move(from start: Int32, to end: End) {
        var (place, edge) = (end.place, Place.unserved)
        if end.column >= 0 {
            seats[end.column].free -= 1
            (place, edge) = (seats[end.column].viaPlace, seats[end.column].viaEdge)
        }
        while true {
            let before = places[place].edge
            if before >= 0 { leave(place) }
            if edge >= 0 { occupy(place, edge) } else { places[place].edge = edge }
            guard place != start else { return }
            let seat = seats[edges[before].column]
            (place, edge) = (seat.viaPlace, seat.viaEdge)
        }
    }

    mutating func forgetDistances() {
        while let column = touched.popLast() { columns[column].distance = .max }
        while let row = touchedRows.popLast() { rows[row].reached = .max }
        queue.removeAll()
    }
}
