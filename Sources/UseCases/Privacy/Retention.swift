import Domain
import Persistence

/// What is let go of when its time is over (regulation §1.6): told beforehand, done by night, kept as a slip; before the data
/// protection officer.
public struct Retention: Sendable {
    public static let shownRuns = 60
    let house: House

    public init(_ house: House) { self.house = house }

    /// What tonight would take, rule by rule.
    public struct Report: Sendable, Equatable {
        public struct Line: Sendable, Equatable {
            public var rule: RetentionRule
            public var term: RetentionTerm
            public var approval: String?
            /// Nil when nothing goes.
            public var due: RetentionSpan?
            /// How many people would be warned.
            public var notices: Int
        }

        public var lines: [Line]
        /// Newest first.
        public var runs: [RetentionRun]
    }

    /// Changes nothing: the same queries as the night's, counted.
    public func report(by actor: Actor, in town: Town) async throws -> Report {
        guard actor.has(.dpo) else { throw Refusal.notFound }
        let now = house.world.now()
        return try await house.read(town) { scope in
            let lines = try RetentionRule.all.map { rule in
                let listing = RetentionListing(rule, in: town, now: now, scope)
                return Report.Line(
                    rule: rule, term: rule.term(in: town), approval: rule.approval(in: town), due: try listing.span(),
                    notices: try listing.countUnwarned())
            }
            return Report(lines: lines, runs: try RetentionRuns(scope).latest(atMost: Self.shownRuns))
        }
    }

    /// The slip of one night and rule.
    public func slip(_ id: ID<RetentionRun>, by actor: Actor, in town: Town) async throws -> RetentionRun {
        guard actor.has(.dpo) else { throw Refusal.notFound }
        return try await house.read(town) { scope in
            guard let run = try RetentionRuns(scope).find(id) else { throw Refusal.notFound }
            return run
        }
    }

    /// The officer chooses a term within the rule's bounds, and notes the archives' approval.
    public func change(_ subject: RetentionRule.Subject, _ form: RetentionForm, by actor: Actor, in town: Town) async throws {
        guard actor.has(.dpo) else { throw Refusal.notFound }
        let choice = try form.read(subject)
        try await decide("retention_\(subject.rawValue)", by: actor, in: town) { $0.retention[subject.rawValue] = choice }
    }

    /// Whether people read in their file the name of the agent who saw it, or the service and the role alone (§1.4 of the regulation).
    public func nameAgents(_ isNamed: Bool, by actor: Actor, in town: Town) async throws {
        guard actor.has(.dpo) else { throw Refusal.notFound }
        try await decide(isNamed ? "agents_named" : "agents_unnamed", by: actor, in: town) { $0.namesAgents = isNamed }
    }

    /// Writes down what an officer decided; nothing where it is so already.
    private func decide(
        _ purpose: String, by actor: Actor, in town: Town, _ change: @escaping @Sendable (inout PrivacySettings) -> Void
    ) async throws {
        let now = house.world.now()
        try await house.write(town) { [house] scope in
            guard var present = try Towns(scope.sql).find(town.id) else { throw Refusal.notFound }
            let before = present.settings.privacy
            change(&present.settings.privacy)
            guard present.settings.privacy != before else { return }
            try Towns(scope.sql).save(present)
            try TownVersions(scope.sql).raiseSettings(of: scope.town)
            try Journal(scope).append(
                JournalEntry(
                    at: now, actor: actor.person, action: .changedSettings, subjectKind: "towns", subject: nil, purpose: purpose),
                id: house.world.id())
        }
        try await house.towns.refresh()
    }
}
