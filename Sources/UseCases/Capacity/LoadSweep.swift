import Domain
import Persistence

/// Measures the load of each town every few minutes; forms and tables read what was measured.
struct LoadSweep: TownSweep {
    static let job = "loads.measure"
    static let every = Duration.minutes(5)
    /// What a week brings is judged by the last four.
    static let memory = Duration.days(28)
    let house: House

    func turn(in facts: TownFacts) async throws {
        let now = house.world.now()
        let loads = try await house.read(facts.town) { scope in
            let extra = facts.town.ladder(at: now).extraAsks
            let groups = try LoadListing(scope).groups(facts.activeCategories, extraAsks: extra, now: now)
            let rates = try AnswerTallies(scope).rates()
            let measure = LoadMeasure(facts.activeCategories, facts.neighbourhoods.map(\.id), on: facts.ground)
            return measure.loads(groups, try work(in: scope, now)) { rates.chance($0) }
        }
        try await house.write(facts.town) { try Loads($0).replace(by: loads, at: now) }
    }

    /// A town younger than the memory is judged by what it has seen, a week at least.
    private func work(in scope: TownTransaction, _ now: Moment) throws -> [LoadCell: LoadWork] {
        let listing = LoadListing(scope)
        guard let first = try listing.firstRequest() else { return [:] }
        let span = min(max(now - first, .days(7)), Self.memory)
        let weeks = Double(span.inMilliseconds) / Double(Duration.days(7).inMilliseconds)
        return try listing.work(since: now - Self.memory).mapValues { found in
            var work = found.work
            work.expected = Double(found.arrived) / weeks
            return work
        }
    }
}
