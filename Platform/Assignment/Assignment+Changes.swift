/// Changes wait for `solve()`, which goes on from what was known. Rows that left leave their room behind: after many, start afresh.
extension Assignment {
    /// The row asks for nothing any more.
    public mutating func removeRow(_ row: Int) {
        vacate(Int32(row))
        for place in rows[Int32(row)].places { places[place].edge = Place.gone }
    }

    /// The row may not have this column (any more).
    public mutating func remove(column: Int, from row: Int) {
        if let place = place(of: row, in: column) {
            leave(place)
            askAnew(place)
            release(Int32(column))
        }
        forbid(column, to: row)
    }

    /// The row has a place in this column for good, planned or not: both have one less to plan.
    public mutating func settle(_ row: Int, in column: Int) {
        if let place = place(of: row, in: column) {
            leave(place)
            places[place].edge = Place.gone
            closeIfEmpty(Int32(column))
        } else {
            vacate(Int32(row))
            if let place = rows[Int32(row)].places.first(where: { places[$0].edge == Place.pending }) {
                places[place].edge = Place.gone
            }
            if capacity(of: column) > 0 { takeAway(from: Int32(column)) }
        }
        forbid(column, to: row)
    }

    /// How many places the column has, taken or not.
    public func capacity(of column: Int) -> Int {
        let seat = seats[Int32(column)]
        var (count, occupant) = (Int(seat.free + seat.withheld), seat.firstOccupant)
        while occupant >= 0 { (count, occupant) = (count + 1, places[occupant].next) }
        return count
    }

    public mutating func setCapacity(_ capacity: Int, of column: Int) {
        precondition(capacity >= 0)
        let more = capacity - self.capacity(of: column)
        for _ in 0..<max(0, more) { release(Int32(column)) }
        for _ in 0..<max(0, -more) { takeAway(from: Int32(column)) }
    }

    /// What this candidate costs from now on; one that was removed is a candidate again.
    public mutating func setCost(_ cost: Int32, of column: Int, for row: Int) {
        precondition(cost < .max)
        let found = candidates(of: row, in: column)
        let isHarmless =
            place(of: row, in: column).map { cost <= places[$0].cost }
            ?? found.allSatisfy { cost >= edges[$0].cost }
        if !isHarmless { vacate(Int32(row)) }
        setCost(cost, of: found, in: row)
    }

    private func candidates(of row: Int, in column: Int) -> [Int32] {
        rows[Int32(row)].edges.filter { edges[$0].column == Int32(column) }
    }

    private func place(of row: Int, in column: Int) -> Int32? {
        rows[Int32(row)].places.first {
            places[$0].edge >= 0 && edges[places[$0].edge].column == Int32(column)
        }
    }

    private func forbid(_ column: Int, to row: Int) {
        setCost(.max, of: candidates(of: row, in: column), in: row)
    }

    private func setCost(_ cost: Int32, of found: [Int32], in row: Int) {
        rows[Int32(row)].isAscending = false
        for edge in found {
            edges[edge].cost = cost
            for place in rows[Int32(row)].places where places[place].edge == edge {
                places[place].cost = cost
            }
        }
    }

    /// All that the row has it gives back, and asks for anew.
    private mutating func vacate(_ row: Int32) {
        for place in rows[row].places where places[place].edge >= Place.unserved {
            let edge = places[place].edge
            if edge >= 0 {
                leave(place)
                release(edges[edge].column)
            }
            askAnew(place)
        }
    }

    private mutating func askAnew(_ place: Int32) {
        places[place] = Place(row: places[place].row)
        pending.append(place)
    }

    private mutating func release(_ column: Int32) {
        guard columns[column].potential < 0 else {
            seats[column].free += 1
            return
        }
        seats[column].withheld += 1
        released.append(column)
    }

    private mutating func takeAway(from column: Int32) {
        if seats[column].withheld > 0 {
            seats[column].withheld -= 1
        } else if seats[column].free > 0 {
            seats[column].free -= 1
        } else {
            vacate(places[seats[column].firstOccupant].row)
            takeAway(from: column)
        }
        closeIfEmpty(column)
    }

    /// Nobody has a place and there is none: no price is too high.
    private func closeIfEmpty(_ column: Int32) {
        let seat = seats[column]
        if seat.free + seat.withheld == 0, seat.firstOccupant < 0 {
            columns[column].potential = Column.closed
        }
    }
}
