import Domain
import Persistence

/// Reporting a text or a person, with or without an account. Whoever is reported never learns by whom.
public struct Reporting: Sendable {
    let house: House

    public init(_ house: House) { self.house = house }

    /// What one is about to report, and the id of the report: the same form sent twice is one.
    public func subject(through door: ReportDoor, in facts: TownFacts) async throws -> (ReportedSubject, next: ID<Report>) {
        let now = house.world.now()
        let subject = try await house.read(facts.town) { try door.sight(in: $0, facts, now: now).subject }
        return (subject, house.world.id())
    }

    /// Keeps the report. A severe one stops new contacts at once, or is read before all others (docs/decisions/2026-11-26-stops.md).
    /// - Throws: `notFound` for what this person cannot see.
    public func report(
        _ form: ReportForm, id: ID<Report>?, through door: ReportDoor, language: String, in facts: TownFacts
    ) async throws {
        let now = house.world.now()
        let id = id ?? house.world.id()
        let hasStopped = try await house.write(facts.town) { scope in
            let sight = try door.sight(in: scope, facts, now: now)
            let report = Report(
                id: id, kind: sight.subject.kind, subject: sight.id, text: sight.subject.text, accused: sight.accused, form: form,
                reporter: sight.reporter, language: language, createdAt: now)
            guard try Reports(scope).insert(report) else { return false }
            return try act(on: report, sight.tie, facts.town, in: scope, now: now)
        }
        if hasStopped { house.towns.listingsChanged(true, of: facts.town.id) }
    }

    /// Answers whether new contacts were stopped.
    private func act(
        on report: Report, _ tie: ReporterStanding.Tie, _ town: Town, in scope: TownTransaction, now: Moment
    ) throws -> Bool {
        let effect = ReportEffect(report.reason, from: try standing(of: report.reporter, tie, in: scope, now: now))
        guard effect != .queue else { return false }
        // One mail about one person is enough until somebody has read it.
        if try Reports(scope).others(about: report).openSevere == 0 {
            try ReportNews(house: house, town: town).urgent(report, in: scope)
        }
        guard effect == .stop else { return false }
        return try Stopping(house: house, town: town).begin(
            ContactStop(id: house.world.id(), person: report.accused, report: report.id, reason: report.reason, since: now), in: scope)
    }

    private func standing(
        of reporter: ID<Person>?, _ tie: ReporterStanding.Tie, in scope: TownTransaction, now: Moment
    ) throws -> ReporterStanding {
        guard let reporter else { return ReporterStanding(tie: .visitor) }
        let stops = try ContactStops(scope)
        return ReporterStanding(
            tie: tie, isStopped: try stops.holds(anyOf: [reporter]),
            ownStops: try stops.automatic(by: reporter, since: now - ReporterStanding.ownPeriod),
            townStops: try stops.automatic(since: now - ReporterStanding.townPeriod))
    }
}
