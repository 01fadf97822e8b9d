import Domain
import Persistence

/// What waits longest: a report, or somebody who does not agree with a stop.
public struct ReportDesk: Sendable {
    public struct Opened: Sendable {
        public var report: Report
        public var category: ID<Category>?
        public var neighbourhood: ID<Neighbourhood>?
        /// It stopped new contacts by itself.
        public var stop: ContactStop?
        /// Other reports about the same person, and how often their contacts were stopped before; no name.
        public var otherReports: Int
        public var earlierStops: Int
    }

    public struct Appealed: Sendable {
        public var stop: ContactStop
        public var report: Report
    }

    public var opened: Opened?
    public var appealed: Appealed?
    public var count: Int
    public var now: Moment
}

/// Moderators see what was reported and why, never who did; each decision has its reason and can be appealed (P-12).
public struct ReportModeration: Sendable {
    let house: House

    public init(_ house: House) { self.house = house }

    /// Severe reports, then appeals, then the rest, each oldest first. Nobody reads what they are part of.
    /// - Parameter skipped: left for later in this sitting.
    public func desk(skipping skipped: Set<ID<Report>>, by actor: Actor, in facts: TownFacts) async throws -> ReportDesk {
        guard TextModeration.mayModerate(actor) else { throw Refusal.notFound }
        let now = house.world.now()
        return try await house.read(facts.town) { scope in
            let waiting = try Self.waiting(for: actor, try TextModeration.readers(in: scope), in: scope)
            var desk = ReportDesk(count: waiting.count, now: now)
            let next = waiting.reports.first { !skipped.contains($0.id) }
            let appeal = waiting.appeals.first { !skipped.contains($0.report) }
            if let appeal, next?.reason.isSevere != true, let report = try Reports(scope).find(appeal.report) {
                desk.appealed = .init(stop: appeal, report: report)
            } else if let next {
                desk.opened = try opened(next, in: scope)
            }
            return desk
        }
    }

    private func opened(_ report: Report, in scope: TownTransaction) throws -> ReportDesk.Opened {
        let place = try report.textKind.flatMap { try PendingTexts(scope).place($0, report.subject) }
        let stops = try ContactStops(scope)
        return ReportDesk.Opened(
            report: report, category: place?.category, neighbourhood: place?.neighbourhood, stop: try stops.caused(by: report.id),
            otherReports: try Reports(scope).others(about: report).all,
            earlierStops: try stops.of([report.accused]).filter { $0.report != report.id }.count)
    }

    struct Waiting {
        var reports: [Report] = []
        var appeals: [ContactStop] = []
        var count: Int { reports.count + appeals.count }
    }

    static func waiting(for actor: Actor, _ readers: AppealReaders, in scope: TownTransaction) throws -> Waiting {
        guard let reader = actor.person else { return Waiting() }
        return Waiting(
            reports: try Reports(scope).open().filter { mayDecide(reader, $0) },
            appeals: try ContactStops(scope).openAppeals().filter { try mayAnswer(reader, $0, readers, in: scope) })
    }

    /// Neither the one who reported nor the one who is reported.
    static func mayDecide(_ reader: ID<Person>, _ report: Report) -> Bool { reader != report.accused && reader != report.reporter }

    /// Somebody else than who decided, and with no part in it.
    static func mayAnswer(
        _ reader: ID<Person>, _ stop: ContactStop, _ readers: AppealReaders, in scope: TownTransaction
    ) throws -> Bool {
        let reporter = try Reports(scope).find(stop.report)?.reporter
        return readers.readers(besides: [stop.person, stop.decidedBy, reporter].compactMap(\.self)).contains(reader)
    }
}
