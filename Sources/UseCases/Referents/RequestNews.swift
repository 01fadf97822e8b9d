import Domain
import Localization
import Persistence

/// Who is told what a referent decided about a request: by mail, or by voice.
struct RequestNews {
    let house: House
    let town: Town
    let request: HelpRequest

    private var post: Post { Post(house: house, town: town) }

    /// To the one who asked for somebody else.
    func agreed(in scope: TownTransaction, now: Moment) throws {
        let people = try People(scope).find([request.asker, request.beneficiary])
        guard let asker = people[request.asker], asker.isMailed, let other = people[request.beneficiary] else { return }
        let t = post.localizer(asker.language)
        let words = t("mail.agreed.body", ["name": other.firstName])
        try post.send(letter("agreed", words, to: asker, in: scope, now: now), to: asker, in: scope)
    }

    /// Why it ended without help. Who cannot be written to is rung.
    func cancelled(_ reason: CancelReason, in scope: TownTransaction, now: Moment) throws {
        let people = try People(scope).find([request.asker, request.beneficiary])
        guard let asker = people[request.asker] else { return }
        guard asker.isMailed else { return try ring(asker, in: scope, now: now) }
        let t = post.localizer(asker.language)
        let words = t("mail.stopped.\(reason.rawValue)", ["name": people[request.beneficiary]?.firstName ?? ""])
        try post.send(letter("stopped", words, to: asker, in: scope, now: now), to: asker, in: scope)
    }

    /// To the new owner.
    func handed(to owner: ID<Person>, in scope: TownTransaction) throws {
        guard let person = try People(scope).find(owner) else { return }
        let t = post.localizer(person.language)
        let letter = Letter(
            kind: "handed", subject: t("mail.handed.subject", ["reference": request.reference.text]),
            paragraphs: [t("mail.greeting", ["name": person.firstName]), t("mail.handed.body")],
            actions: [.init(label: t("mail.handed.button"), url: "\(house.base(of: town))/referent/demandes/\(request.id.text)")])
        try post.send(letter, to: person, in: scope)
    }

    private func letter(_ kind: String, _ words: String, to person: Person, in scope: TownTransaction, now: Moment) throws -> Letter {
        let t = post.localizer(person.language)
        return Letter(
            kind: kind, subject: t("mail.\(kind).subject", ["reference": request.reference.text]),
            paragraphs: [t("mail.greeting", ["name": person.firstName]), words],
            actions: [.init(label: t("mail.receipt.button"), url: try post.trackingURL(of: request, in: scope, now: now))],
            afterwards: [t("mail.receipt.keep")])
    }

    private func ring(_ person: Person, in scope: TownTransaction, now: Moment) throws {
        let clock = RungClock(town, at: now)
        try RingBacks(scope).insert(
            RingBack(
                id: house.world.id(), request: request.id, person: person.id, neighbourhood: request.neighbourhood, reason: .cancelled,
                createdAt: now, dueAt: clock.waking(atOrAfter: now)))
    }
}
