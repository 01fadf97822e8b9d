extension Assignment {
    /// What every look at a candidate reads of its column.
    struct Column: BitwiseCopyable {
        /// The price, below zero. Not zero: all places are taken.
        var potential: Int
        var distance = Int.max

        /// Of a column without places: nobody pays that.
        static let closed = -1 << 40
    }

    /// The rest of a column.
    struct Seat: BitwiseCopyable {
        var free: Int32
        /// Free, but not yet given back to the plan.
        var withheld: Int32 = 0
        var firstOccupant: Int32 = -1
        var firstLink: Int32 = -1
        /// Of a row that asks for several places, the last that named this column.
        var lastRow: Int32 = -1
        /// How the search came here: the place that moves, and the candidate it takes.
        var viaPlace: Int32 = -1
        var viaEdge: Int32 = -1
    }

    struct Row: BitwiseCopyable {
        let firstEdge: Int32
        let endEdge: Int32
        let firstPlace: Int32
        var endPlace: Int32
        let penalty: Int32
        var isAscending: Bool
        /// What a place may cost at most, its column's price included, before another candidate is better. Known while bidding.
        var threshold = 0
        /// The shortest way of a search to it, where it asks for more than one place.
        var reached = Int.max

        var edges: Range<Int32> { Range(uncheckedBounds: (firstEdge, endEdge)) }
        var places: Range<Int32> { Range(uncheckedBounds: (firstPlace, endPlace)) }
        var asksForOne: Bool { endPlace - firstPlace == 1 }
    }

    /// One that a row asks for, in the list of its column's occupants.
    struct Place: BitwiseCopyable {
        let row: Int32
        var edge = Self.pending
        var cost: Int32 = 0
        var next: Int32 = -1
        var previous: Int32 = -1

        static let unserved: Int32 = -1
        static let pending: Int32 = -2
        static let gone: Int32 = -3
    }

    /// A candidate in the list of its column.
    struct Link: BitwiseCopyable {
        let row: Int32
        let next: Int32
    }

    func occupy(_ place: Int32, _ edge: Int32) {
        let candidate = edges[edge]
        let next = seats[candidate.column].firstOccupant
        places[place] = Place(row: places[place].row, edge: edge, cost: candidate.cost, next: next)
        if next >= 0 { places[next].previous = place }
        seats[candidate.column].firstOccupant = place
    }

    func leave(_ place: Int32) {
        let here = places[place]
        if here.next >= 0 { places[here.next].previous = here.previous }
        if here.previous >= 0 {
            places[here.previous].next = here.next
        } else {
            seats[edges[here.edge].column].firstOccupant = here.next
        }
    }

    func isTaken(_ edge: Int32, by row: Row) -> Bool {
        for place in row.places where places[place].edge == edge { return true }
        return false
    }
}
