extension Assignment {
    /// Where a search backwards ends at best: at a column that keeps the free place, or at an unserved place that takes a candidate.
    private struct End {
        var distance: Int
        var column: Int32
        var place: Int32 = -1
        var edge: Int32 = -1
    }

    /// One place more in a column that all would have liked to be cheaper: the cheapest chain of moves towards it, until a place is left that
    /// nobody wants.
    mutating func giveBack(_ column: Int32) {
        guard seats[column].withheld > 0 else { return }
        seats[column].withheld -= 1
        linkRows()
        var end = End(distance: -columns[column].potential, column: column)
        columns[column].distance = 0
        touched.append(column)
        queue.insert(0, column)
        while queue.nearest < end.distance {
            let (distance, reached) = queue.removeNearest()
            guard columns[reached].distance == distance else { continue }
            settled.append(reached)
            draw(to: reached, at: distance - columns[reached].potential, &end)
        }
        while let reached = settled.popLast() {
            columns[reached].potential += end.distance - columns[reached].distance
        }
        forgetDistances()
        move(to: column, from: end)
    }

    /// Looks at all places that could move to this column.
    private mutating func draw(to column: Int32, at base: Int, _ end: inout End) {
        var edge = seats[column].firstLink
        while edge >= 0 {
            let row = rows[links[edge].row]
            let moved = base + Int(edges[edge].cost)
            if !isTaken(edge, by: row) {
                for place in row.places { draw(place, along: edge, at: moved, &end) }
            }
            edge = links[edge].next
        }
    }

    private mutating func draw(_ place: Int32, along edge: Int32, at base: Int, _ end: inout End) {
        let here = places[place]
        if here.edge == Place.unserved {
            let distance = base - Int(rows[here.row].penalty)
            if distance < end.distance {
                end = End(distance: distance, column: -1, place: place, edge: edge)
            }
        }
        guard here.edge >= 0 else { return }
        let column = edges[here.edge].column
        let potential = columns[column].potential
        let distance = base - Int(here.cost) + potential
        guard distance < end.distance, distance < columns[column].distance else { return }
        if columns[column].distance == .max { touched.append(column) }
        columns[column].distance = distance
        (seats[column].viaPlace, seats[column].viaEdge) = (place, edge)
        queue.insert(distance, column)
        if distance - potential < end.distance {
            end = End(distance: distance - potential, column: column)
        }
    }

    private func move(to start: Int32, from end: End) {
        var column = end.column
        if column >= 0 {
            seats[column].free += 1
        } else {
            occupy(end.place, end.edge)
            column = edges[end.edge].column
        }
        while column != start {
            let seat = seats[column]
            leave(seat.viaPlace)
            occupy(seat.viaPlace, seat.viaEdge)
            column = edges[seat.viaEdge].column
        }
    }

    private mutating func linkRows() {
        links.reserve(edges.count)
        for number in Int32(linkedRows)..<Int32(rows.count) {
            for edge in rows[number].edges {
                links.append(Link(row: number, next: seats[edges[edge].column].firstLink))
                seats[edges[edge].column].firstLink = edge
            }
        }
        linkedRows = rows.count
    }
}
