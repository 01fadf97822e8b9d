import Assignment

/// Who is asked for which of many requests at once: exactly the cheapest way to share out the helpers (`JointWave` says what is cheap).
///
/// One row for each place of each request, one column for each helper: nobody is asked twice in a plan.
public struct JointPlan: Sendable {
    /// By request, in the order of its own search; empty for whom the others' need leaves nobody.
    public let chosen: [[HelperSearch.Found]]

    /// - Parameter requests: of each, what its places are worth, and whom the search found, best first.
    public init(_ requests: [(wave: JointWave, found: [HelperSearch.Found])], now: Moment) {
        let looked = requests.map { $0.found.prefix(JointWave.candidates) }
        var columns: [ID<Person>: Int] = [:]
        for found in looked.joined() where columns[found.person] == nil { columns[found.person] = columns.count }
        var plan = Assignment(capacities: Array(repeating: 1, count: columns.count))
        var rows: [Range<Int>] = []
        for (request, found) in zip(requests, looked) {
            let candidates = found.compactMap { one in
                columns[one.person].map { Assignment.Candidate(column: $0, cost: request.wave.cost(of: one, now: now)) }
            }
            let own = (0..<request.wave.places).map { plan.addRow(candidates, penalty: request.wave.penalty(ofPlace: $0)) }
            rows.append((own.first ?? 0)..<(own.first ?? 0) + own.count)
        }
        plan.solve()
        let taken = rows.map { rows in Set(rows.flatMap { plan.columns(of: $0) }) }
        chosen = zip(looked, taken).map { found, taken in found.filter { columns[$0.person].map(taken.contains) == true } }
    }
}
