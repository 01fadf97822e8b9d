import Domain
import JobQueue
import Localization
import Persistence

/// « Comment cela s'est passé ? » Asked of the asker once, two days after; if nothing comes in two more days, the owner rings. Never again
/// after an answer.
struct OutcomeQuestion {
    static let askJob = "outcome.ask"
    static let ownerJob = "outcome.owner"
    let house: House

    /// At the match, in its transaction. Recurring help has a question of its own, once a month.
    static func schedule(for match: Match, of request: HelpRequest, town: Town, in scope: TownTransaction) throws {
        if case .every = request.wanted, match.isOfNeighbour { return }
        let due = Match.feedbackDue(matchedAt: match.createdAt, wanted: request.wanted)
        let clock = RungClock(town, at: match.createdAt)
        try enqueue(askJob, match.id, due: clock.waking(atOrAfter: due), in: scope)
    }

    static func cancel(for match: ID<Match>, in scope: TownTransaction) throws {
        for job in [askJob, ownerJob] { try Jobs(scope.sql).cancel(key: key(job, match), town: scope.town) }
    }

    var askHandler: JobHandler { handler { try ask($0, $1, town: $2, in: $3) } }
    var ownerHandler: JobHandler { handler { try tellOwner($0, $1, town: $2, in: $3) } }

    private func ask(_ match: Match, _ request: HelpRequest, town: Town, in scope: TownTransaction) throws {
        let now = house.world.now()
        guard let asker = try People(scope).find(request.asker) else { return }
        if asker.isMailed {
            try Post(house: house, town: town).send(letter(to: asker, match, request, town, in: scope), to: asker, in: scope)
            try HelperByVoice(house: house, town: town, scope: scope, now: now).ring(.outcome, of: match, about: request, in: .days(1))
        } else {
            try ring(asker, about: request, in: scope, now: now)
        }
        try OrganisationNews(house: house, town: town).tell(.outcome, of: match, about: request, in: scope)
        try Self.enqueue(Self.ownerJob, match.id, due: now + Match.feedbackAfter, in: scope)
    }

    /// Whoever answers a telephone is rung; the owner sees it to do in any case.
    private func tellOwner(_ match: Match, _ request: HelpRequest, town: Town, in scope: TownTransaction) throws {
        let people = try People(scope).find([request.asker, request.beneficiary, match.helper])
        let inOrder = [request.asker, request.beneficiary, match.helper].compactMap { people[$0] }
        guard let person = inOrder.first(where: { $0.phone != nil }) ?? inOrder.first else { return }
        try ring(person, about: request, in: scope, now: house.world.now())
    }

    private func ring(_ person: Person, about request: HelpRequest, in scope: TownTransaction, now: Moment) throws {
        guard try !RingBacks(scope).isOpen(.outcome, about: request.id) else { return }
        try RingBacks(scope).insert(
            RingBack(
                id: house.world.id(), request: request.id, person: person.id, neighbourhood: request.neighbourhood, reason: .outcome,
                createdAt: now, dueAt: now + .days(1)))
    }

    private func letter(
        to asker: Person, _ match: Match, _ request: HelpRequest, _ town: Town, in scope: TownTransaction
    ) throws -> Letter {
        let post = Post(house: house, town: town)
        let t = post.localizer(asker.language)
        let helper = try MatchedName(scope: scope).of(match, try People(scope).find(match.helper)) ?? ""
        let url = try post.trackingURL(of: request, in: scope, now: house.world.now()) + "/suite"
        return Letter(
            kind: "outcome", subject: t("mail.outcome.subject", ["reference": request.reference.text]),
            paragraphs: [t("mail.greeting", ["name": asker.firstName]), t("mail.outcome.body", ["helper": helper])],
            actions: [.init(label: t("mail.outcome.button"), url: url)], afterwards: [t("mail.outcome.once"), t("mail.receipt.keep")])
    }

    /// Runs `body` in the transaction that ends the job, if the match still waits for its outcome.
    private func handler(_ body: @escaping @Sendable (Match, HelpRequest, Town, TownTransaction) throws -> Void) -> JobHandler {
        { job in
            guard let id = ID<Match>(text: job.payload) else { throw JobGaveUp("a question without a match") }
            let town = try await house.town(of: job)
            return { sql in
                let scope = TownTransaction(sql, town: town.id, keys: house.keys)
                guard let match = try Matches(scope).find(id), match.status == .active,
                    let request = try HelpRequests(scope).find(match.request), request.status == .matched
                else { return }
                try body(match, request, town, scope)
            }
        }
    }

    static func enqueue(_ job: String, _ match: ID<Match>, due: Moment, in scope: TownTransaction) throws {
        try Jobs(scope.sql).enqueue(job, town: scope.town, payload: match.text, due: due.milliseconds, key: key(job, match))
    }

    private static func key(_ job: String, _ match: ID<Match>) -> String { "\(job):\(match.text)" }
}
