/// The cheapest way to give rows places in columns: an exact minimum-cost assignment over a sparse graph, kept up to date as it changes.
///
/// Each row asks for one or more places in different columns among its candidates, each at a cost; each column has so many places. A place that
/// a row does not get costs its penalty instead: a row stays unserved where that is no dearer. The same calls give the same answer.
///
///     var plan = Assignment(capacities: [1, 2])
///     let first = plan.addRow([.init(column: 0, cost: 3), .init(column: 1, cost: 5)], penalty: 100)
///     let second = plan.addRow([.init(column: 0, cost: 1), .init(column: 1, cost: 9)], demand: 2, penalty: 100)
///     plan.solve()
///     plan.columns(of: first)              // [1]
///     plan.columns(of: second)             // [0, 1]
///     plan.remove(column: 0, from: second) // the second may not have it any more
///     plan.solve()                         // from what was known before
///     plan.columns(of: first)              // [0]
///
/// Shortest augmenting paths with prices of columns, after Jonker and Volgenant (Computing 38, 1987); places of a column bid for together, as in
/// the auction of Bertsekas and Castañon (Annals of Operations Research 20, 1989). A column's place whose price is not zero is taken: with its
/// `price`, every answer can be proved to be the cheapest.
public struct Assignment: ~Copyable, Sendable {
    /// Costs go from `Int32.min` to `Int32.max - 1`. The same column twice: the cheaper counts.
    public struct Candidate: Sendable, Hashable, BitwiseCopyable {
        public var column: Int32
        public var cost: Int32

        public init(column: Int, cost: Int32) {
            self.column = Int32(column)
            self.cost = cost
        }
    }

    var columns: Store<Column>
    var seats: Store<Seat>
    var rows: Store<Row>
    var edges: Store<Candidate>
    var places: Store<Place>

    /// Places that wait for a column, and columns of which a place became free whose price is not zero.
    var pending: Store<Int32>
    var released = Store<Int32>()

    /// The columns' candidates, as far as rows were linked: only who gives places back wants them.
    var links = Store<Link>()
    var linkedRows = 0

    var queue = Queue()
    var touched = Store<Int32>()
    var touchedRows = Store<Int32>()
    var settled = Store<Int32>()

    /// - Parameters:
    ///   - capacities: how many places each column has, 0 included.
    ///   - rows, candidates: how many of them to make room for; there may be more.
    public init(capacities: [Int], rows: Int = 16, candidates: Int = 16) {
        columns = Store(capacity: capacities.count)
        seats = Store(capacity: capacities.count)
        self.rows = Store(capacity: rows)
        edges = Store(capacity: candidates)
        places = Store(capacity: rows)
        pending = Store(capacity: rows)
        for capacity in capacities { _ = addColumn(capacity: capacity) }
    }

    /// Its number: columns count from 0.
    public mutating func addColumn(capacity: Int) -> Int {
        precondition(capacity >= 0)
        columns.append(Column(potential: capacity > 0 ? 0 : Column.closed))
        seats.append(Seat(free: Int32(capacity)))
        return columns.count - 1
    }

    /// Its number: rows count from 0. `solve()` serves it.
    public mutating func addRow(_ candidates: [Candidate], demand: Int = 1, penalty: Int32) -> Int {
        addRow(candidates[...], demand: demand, penalty: penalty)
    }

    public mutating func addRow(_ candidates: ArraySlice<Candidate>, demand: Int = 1, penalty: Int32)
        -> Int
    {
        precondition(demand >= 0 && penalty < .max)
        for candidate in candidates {
            precondition(
                candidate.column >= 0 && candidate.column < columns.count && candidate.cost < .max)
        }
        let row = Int32(rows.count)
        let firstEdge = Int32(edges.count)
        let firstPlace = Int32(places.count)
        let isAscending = append(
            demand > 1 && hasTwice(candidates, row) ? cheapest(candidates)[...] : candidates)
        for _ in 0..<demand {
            pending.append(Int32(places.count))
            places.append(Place(row: row))
        }
        rows.append(
            Row(
                firstEdge: firstEdge, endEdge: Int32(edges.count), firstPlace: firstPlace,
                endPlace: Int32(places.count), penalty: penalty,
                isAscending: isAscending))
        return Int(row)
    }

    /// Whether they come cheapest first.
    private mutating func append(_ candidates: ArraySlice<Candidate>) -> Bool {
        var (isAscending, last) = (true, Int32.min)
        for candidate in candidates {
            if candidate.cost < last { isAscending = false }
            last = candidate.cost
        }
        candidates.withUnsafeBufferPointer { edges.append(contentsOf: $0) }
        return isAscending
    }

    private func hasTwice(_ candidates: ArraySlice<Candidate>, _ row: Int32) -> Bool {
        for candidate in candidates {
            if seats[candidate.column].lastRow == row { return true }
            seats[candidate.column].lastRow = row
        }
        return false
    }

    /// Each column once.
    private func cheapest(_ candidates: ArraySlice<Candidate>) -> [Candidate] {
        var seen: Set<Int32> = []
        return candidates.sorted { ($0.cost, $0.column) < ($1.cost, $1.column) }.filter {
            seen.insert($0.column).inserted
        }
    }

    /// Makes the plan the cheapest again, after whatever was added or changed. Much is bid for first; the rest is searched place by place.
    public mutating func solve() {
        while let column = released.popLast() { giveBack(column) }
        if pending.count * 8 > places.count { bid() }
        while let place = pending.popLast() {
            if places[place].edge == Place.pending { serve(place) }
        }
    }
}
