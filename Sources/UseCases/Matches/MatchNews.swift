import Domain
import Localization
import Persistence
import Secrets

/// Who is told of a match and of its end: first name and initial only, by mail, or by the owner's voice.
struct MatchNews {
    let house: House
    let town: Town
    let request: HelpRequest
    let category: Category

    private var post: Post { Post(house: house, town: town) }

    func began(_ match: Match, unneeded: [ID<Person>], in scope: TownTransaction, now: Moment) throws {
        guard let helper = try People(scope).find(match.helper) else { throw Refusal.notFound }
        try post.send(confirmation(match, to: helper), to: helper, in: scope)
        try tell(helper.shownName, unneeded: unneeded, in: scope, now: now)
    }

    /// - Parameter name: of whoever comes.
    func tell(_ name: String, unneeded: [ID<Person>], in scope: TownTransaction, now: Moment) throws {
        let people = try People(scope).find([request.asker, request.beneficiary] + unneeded)
        for person in asking(people) {
            if person.isMailed {
                try post.send(saidYes(name, to: person, in: scope, now: now), to: person, in: scope)
            } else {
                try ring(person, .matched, in: scope, now: now)
            }
        }
        try MandateNews(house: house, town: town).tell(of: request, .follow, in: scope, now: now)
        for person in unneeded.compactMap({ people[$0] }) { try post.send(thanks(to: person), to: person, in: scope) }
    }

    /// « Votre aidant ne peut plus venir. » Who has not heard of the match yet need not hear that it ended.
    func withdrew(in scope: TownTransaction, now: Moment) throws {
        let ringBacks = RingBacks(scope)
        let people = try People(scope).find([request.asker, request.beneficiary])
        for person in asking(people) {
            _ = try ringBacks.cancel(.confirmed, of: person.id, about: request.id)
            if person.isMailed {
                try post.send(noLongerComes(to: person, in: scope, now: now), to: person, in: scope)
            } else if try !ringBacks.cancel(.matched, of: person.id, about: request.id) {
                try ring(person, .withdrawn, in: scope, now: now)
            }
        }
        try MandateNews(house: house, town: town).tell(of: request, .follow, in: scope, now: now)
    }

    /// « Karim R. a confirmé sa venue. »
    func confirmed(_ match: Match, in scope: TownTransaction, now: Moment) throws {
        let people = try People(scope).find([match.helper, request.asker, request.beneficiary])
        guard let helper = people[match.helper] else { return }
        for person in asking(people) {
            guard person.isMailed else {
                try ring(person, .confirmed, due: now, in: scope, now: now)
                continue
            }
            let t = post.localizer(person.language)
            let letter = Letter(
                kind: "confirmed", subject: t("mail.confirmed.subject", ["reference": request.reference.text]),
                paragraphs: [
                    t("mail.greeting", ["name": person.firstName]),
                    t("mail.confirmed.body", ["helper": helper.shownName, "category": category.label(person.language)]),
                ],
                actions: [.init(label: t("mail.matched.button"), url: try post.trackingURL(of: request, in: scope, now: now))],
                afterwards: [t("mail.receipt.keep")])
            try post.send(letter, to: person, in: scope)
        }
    }

    private func asking(_ people: [ID<Person>: Person]) -> [Person] {
        [people[request.asker], request.isForSomebodyElse ? people[request.beneficiary] : nil].compactMap(\.self)
    }

    private func ring(
        _ person: Person, _ reason: RingBack.Reason, due: Moment? = nil, in scope: TownTransaction, now: Moment
    ) throws {
        let clock = RungClock(town, at: now)
        let due = due ?? now + town.ladder(at: now).waveTime(request.urgency)
        try RingBacks(scope).insert(
            RingBack(
                id: house.world.id(), request: request.id, person: person.id, neighbourhood: request.neighbourhood, reason: reason,
                createdAt: now, dueAt: clock.waking(atOrAfter: due)))
    }

    private func saidYes(_ helper: String, to person: Person, in scope: TownTransaction, now: Moment) throws -> Letter {
        let t = post.localizer(person.language)
        return Letter(
            kind: "matched", subject: t("mail.matched.subject", ["reference": request.reference.text]),
            paragraphs: [
                t("mail.greeting", ["name": person.firstName]),
                t("mail.matched.body", ["helper": helper, "category": category.label(person.language)]),
            ],
            actions: [.init(label: t("mail.matched.button"), url: try post.trackingURL(of: request, in: scope, now: now))],
            afterwards: [t("mail.receipt.keep")])
    }

    private func noLongerComes(to person: Person, in scope: TownTransaction, now: Moment) throws -> Letter {
        let t = post.localizer(person.language)
        return Letter(
            kind: "withdrawn", subject: t("mail.withdrawn.subject", ["reference": request.reference.text]),
            paragraphs: [t("mail.greeting", ["name": person.firstName]), t("mail.withdrawn.body")],
            actions: [.init(label: t("mail.receipt.button"), url: try post.trackingURL(of: request, in: scope, now: now))],
            afterwards: [t("mail.receipt.keep")])
    }

    private func confirmation(_ match: Match, to helper: Person) -> Letter {
        let t = post.localizer(helper.language)
        return Letter(
            kind: "helping", subject: t("mail.helping.subject"),
            paragraphs: [
                t("mail.greeting", ["name": helper.firstName]),
                t("mail.helping.body", ["category": category.label(helper.language)]),
                match.appointmentAt.map { t("mail.helping.appointment", ["time": t.dateTime($0.milliseconds)]) },
            ].compactMap(\.self),
            actions: [.init(label: t("mail.helping.button"), url: "\(house.base(of: town))/conversations/\(match.id.text)")],
            afterwards: [t("mail.helping.cannot")])
    }

    private func thanks(to person: Person) -> Letter {
        let t = post.localizer(person.language)
        return Letter(
            kind: "too_late", subject: t("mail.tooLate.subject"),
            paragraphs: [
                t("mail.greeting", ["name": person.firstName]),
                t("mail.tooLate.body", ["category": category.label(person.language)]),
            ])
    }
}
