import Domain
import JobQueue
import Persistence

/// The nightly run: one job per town, in batches that each end with a commit. What a crash leaves is taken up by the next run.
extension Retention {
    static let job = "retention"
    static let townJob = "retention.town"
    static let batch = 100
    /// After so many batches of one rule the job makes room for others, and comes back for the rest.
    static let batches = 20

    /// What one rule lets go of must not be counted by another in the same night: the report and the run say the same numbers.
    static let order: [RetentionRule.Subject] = [
        .sentMails, .consentProofs, .answeredRights, .decidedReports, .noShows, .calls, .concerns, .duties, .endedActivations,
        .stoppedOrganisations,
        .peopleWithoutRequest, .messages, .withdrawnOffers, .endedUnanswered, .fulfilledRequests, .unansweredOffers, .unansweredRequests,
        .inactiveAccounts,
    ]

    var handler: JobHandler {
        { [house] _ in
            let now = house.world.now()
            let towns = house.towns.all.map(\.town.id)
            return { sql in
                for town in towns { try Jobs(sql).enqueue(Self.townJob, town: town, due: now.milliseconds, key: "retention:\(town)") }
            }
        }
    }

    var townHandler: JobHandler {
        { [house] job in
            let town = try await house.town(of: job)
            guard let facts = house.towns.town(id: town.id), try await run(in: facts) else { return { _ in } }
            let now = house.world.now()
            return { try Jobs($0).enqueue(Self.townJob, town: town.id, due: now.milliseconds, key: "retention:\(town.id):rest") }
        }
    }

    /// Warns and lets go, rule by rule. May be repeated at any time.
    /// - Returns: whether there is more to do than one run does.
    @discardableResult
    func run(in facts: TownFacts) async throws -> Bool {
        let now = house.world.now()
        var isUnfinished = false
        for rule in Self.order.compactMap(RetentionRule.of) {
            try await warn(rule, in: facts, now: now)
            let night = RetentionNight(house: house, facts: facts, rule: rule, now: now, run: house.world.id())
            isUnfinished = try await night.letGo() || isUnfinished
        }
        return isUnfinished
    }

    private func warn(_ rule: RetentionRule, in facts: TownFacts, now: Moment) async throws {
        guard rule.notice != nil else { return }
        try await house.write(facts.town) { try RetentionListing(rule, in: facts.town, now: now, $0).forgetNotices() }
        for _ in 0..<Self.batches {
            let count = try await house.write(facts.town) { [house] scope in
                let listing = RetentionListing(rule, in: facts.town, now: now, scope)
                let near = try listing.unwarned(atMost: Self.batch)
                let news = RetentionNews(house: house, facts: facts, rule: rule, now: now)
                for one in near {
                    try news.warn(one, in: scope)
                    try listing.noteWarned(one.id)
                }
                return near.count
            }
            if count < Self.batch { return }
        }
    }
}

/// One rule in one night.
struct RetentionNight {
    let house: House
    let facts: TownFacts
    let rule: RetentionRule
    let now: Moment
    let run: ID<RetentionRun>

    /// - Returns: whether some are left for another run.
    func letGo() async throws -> Bool {
        for number in 0..<Retention.batches {
            let (due, erased) = try await house.write(facts.town, listings: lists) { scope in
                let due = try RetentionListing(rule, in: facts.town, now: now, scope).batch(atMost: Retention.batch)
                guard let first = due.first, let last = due.last else { return (0, [ID<Person>]()) }
                let step = RetentionStep(house: house, facts: facts, subject: rule.subject, now: now)
                let erased = try due.flatMap { try step.apply(to: $0.id, in: scope) }
                try note(RetentionSpan(count: due.count, first: first.began, last: last.began), isFirst: number == 0, in: scope)
                return (due.count, erased)
            }
            try Erasing(house).note(erased, at: now, in: facts.town)
            if due < Retention.batch { return false }
        }
        return true
    }

    private var lists: PublicLists {
        switch rule.subject {
        case .unansweredRequests: .needs
        case .unansweredOffers, .inactiveAccounts: .offers
        default: []
        }
    }

    /// The journal points at the slip; the numbers stand there.
    private func note(_ span: RetentionSpan, isFirst: Bool, in scope: TownTransaction) throws {
        let town = facts.town
        try RetentionRuns(scope).add(
            RetentionRun(
                id: run, subject: rule.subject, fate: rule.fate, term: rule.term(in: town), approval: rule.approval(in: town), span: span,
                startedAt: now, finishedAt: house.world.now()))
        guard isFirst else { return }
        try Journal(scope).append(
            JournalEntry(
                at: now, actor: nil, action: .purged, subjectKind: "retention_runs", subject: run.bytes,
                purpose: "retention_\(rule.subject.rawValue)"),
            id: house.world.id())
    }
}
