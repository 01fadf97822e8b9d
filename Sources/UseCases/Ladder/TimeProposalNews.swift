import Domain
import Localization
import Persistence

/// Who hears of another time: whoever asked, that it is proposed; the helper, what became of it.
struct TimeProposalNews {
    let house: House
    let town: Town
    let request: HelpRequest
    let category: Domain.Category

    private var post: Post { Post(house: house, town: town) }

    /// By mail, else by the owner's voice; never who proposes.
    func proposed(_ proposal: TimeProposal, in scope: TownTransaction, now: Moment) throws {
        guard let asker = try People(scope).find(request.asker) else { return }
        guard asker.isMailed else { return try ring(asker, in: scope, now: now) }
        let t = post.localizer(asker.language)
        let letter = Letter(
            kind: "other_time", subject: t("mail.otherTime.subject", ["reference": request.reference.text]),
            paragraphs: [
                t("mail.greeting", ["name": asker.firstName]), t("mail.otherTime.body", ["category": category.label(asker.language)]),
            ] + proposal.times.map { t.dateTime($0.milliseconds) },
            actions: [.init(label: t("mail.otherTime.button"), url: try post.trackingURL(of: request, in: scope, now: now))],
            afterwards: [t("mail.otherTime.meanwhile"), t("mail.receipt.keep")])
        try post.send(letter, to: asker, in: scope)
    }

    func declined(_ proposal: TimeProposal, in scope: TownTransaction) throws { try tell(proposal.helper, "declined", in: scope) }

    /// Somebody said yes: whoever proposed another time is thanked.
    func end(besides helper: ID<Person>?, in scope: TownTransaction, now: Moment) throws {
        for proposer in try Self.settle(about: request, in: scope, now: now) where proposer != helper {
            try tell(proposer, "over", in: scope)
        }
    }

    /// Answers whose proposals were still open.
    @discardableResult
    static func settle(about request: HelpRequest, in scope: TownTransaction, now: Moment) throws -> [ID<Person>] {
        let open = try TimeProposals(scope).open(for: request.id)
        for proposal in open { try TimeProposals(scope).decide(proposal.id, .ended, now: now) }
        if !open.isEmpty { try TimeProposing.cancelCalls(about: request, in: scope) }
        return open.map(\.helper)
    }

    private func tell(_ helper: ID<Person>, _ what: String, in scope: TownTransaction) throws {
        guard let person = try People(scope).find(helper) else { return }
        let t = post.localizer(person.language)
        let letter = Letter(
            kind: "other_time_\(what)", subject: t("mail.otherTime.\(what).subject"),
            paragraphs: [
                t("mail.greeting", ["name": person.firstName]),
                t("mail.otherTime.\(what).body", ["category": category.label(person.language)]),
            ])
        try post.send(letter, to: person, in: scope)
    }

    private func ring(_ person: Person, in scope: TownTransaction, now: Moment) throws {
        guard try !RingBacks(scope).isOpen(.otherTime, about: request.id) else { return }
        let clock = RungClock(town, at: now)
        try RingBacks(scope).insert(
            RingBack(
                id: house.world.id(), request: request.id, person: person.id, neighbourhood: request.neighbourhood, reason: .otherTime,
                createdAt: now, dueAt: clock.waking(atOrAfter: now + town.ladder(at: now).waveTime(request.urgency))))
    }
}
