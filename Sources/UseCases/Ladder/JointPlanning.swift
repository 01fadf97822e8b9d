import Assignment
import Domain
import Persistence

/// The waves of all requests that are due for one, planned together: exactly the cheapest way to share out the helpers.
///
/// A helper is asked once in a plan at most; the next plan, when answers came or a wave's time is up, counts what is left of their week.
struct JointPlanning {
    let step: LadderStep

    private var scope: TownTransaction { step.scope }
    private var now: Moment { step.now }

    struct Part {
        var asking: WaveAsking
        var result: HelperSearch.Result
        var wave: JointWave
        var firstRow = 0
    }

    /// Asks for each of them whom the plan gives it, and sets their clocks. Who gets nobody now, because others need them more, waits for
    /// the next plan: it does not plan again by itself.
    /// - Returns: those that were in the plan.
    func run() throws -> Set<ID<HelpRequest>> {
        var parts = try parts()
        let chosen = Self.chosen(&parts, now: now)
        for (part, found) in zip(parts, chosen) {
            if !found.isEmpty { try part.asking.ask(found, of: part.result, plannedWith: parts.count - 1) }
            try step.waitForAnswers(part.asking)
        }
        return Set(parts.map(\.asking.request.id))
    }

    private func parts() throws -> [Part] {
        let rates = try AnswerTallies(scope).rates()
        let pools = HelperPools(scope, now: now)
        return try HelpRequests(scope).readyForWave(at: now).compactMap { request in
            guard let category = try Categories(scope).find(request.category) else { return nil }
            let asking = WaveAsking(step: step, request: request, category: category, rates: rates)
            let wave = JointWave(
                request.urgency, chance: rates.chance(category.id), target: step.settings.target(request.urgency),
                most: step.settings.waveSize)
            let result = try asking.result(from: pools)
            return result.found.isEmpty ? nil : Part(asking: asking, result: result, wave: wave)
        }
    }

    /// One row for each place of each request, one column for each helper.
    static func chosen(_ parts: inout [Part], now: Moment) -> [[HelperSearch.Found]] {
        var columns: [ID<Person>: Int] = [:]
        for part in parts {
            for found in part.result.found.prefix(JointWave.candidates) where columns[found.person] == nil {
                columns[found.person] = columns.count
            }
        }
        var plan = Assignment(capacities: Array(repeating: 1, count: columns.count))
        for index in parts.indices {
            let part = parts[index]
            let candidates = part.result.found.prefix(JointWave.candidates).compactMap { found in
                columns[found.person].map { Assignment.Candidate(column: $0, cost: part.wave.cost(of: found, now: now)) }
            }
            for place in 0..<part.wave.places {
                let row = plan.addRow(candidates, penalty: part.wave.penalty(ofPlace: place))
                if place == 0 { parts[index].firstRow = row }
            }
        }
        plan.solve()
        let people = Dictionary(uniqueKeysWithValues: columns.map { ($1, $0) })
        var chosen: [[HelperSearch.Found]] = []
        for part in parts {
            let rows = part.firstRow..<part.firstRow + part.wave.places
            var own: Set<ID<Person>> = []
            for row in rows { own.formUnion(plan.columns(of: row).compactMap { people[$0] }) }
            chosen.append(part.result.found.filter { own.contains($0.person) })
        }
        return chosen
    }
}
