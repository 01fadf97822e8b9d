import Domain
import Localization
import Persistence
import Secrets

/// What the ladder writes: to a helper who is asked, to an owner for whom a request waits.
struct LadderLetters {
    let house: House
    let town: Town

    /// Category, quartier and day; never who, never where exactly.
    func ask(
        _ ask: Ask, _ token: Token, of request: HelpRequest, _ category: Category, _ place: Neighbourhood?, byName: Bool = false,
        to person: Person
    ) -> Letter {
        let t = Post(house: house, town: town).localizer(person.language)
        let label = category.label(person.language)
        let page = "\(house.base(of: town))/reponse/\(token.text)"
        return Letter(
            kind: "ask", subject: t("mail.ask.subject", ["category": label, "place": place?.name ?? town.name]),
            paragraphs: [
                t("mail.greeting", ["name": person.firstName]),
                t("mail.ask.body", ["category": label, "place": place?.name ?? town.name, "when": when(request.wanted, t)]),
                town.crisisSet(at: ask.sentAt).map { $0.ask(person.language) ?? t("mail.ask.crisis", ["town": town.name]) },
                byName ? t("mail.ask.byName") : nil, byNight(ask, t), category.guidance(person.language),
            ].compactMap(\.self),
            actions: [
                .init(label: t("answer.yes"), url: "\(page)?reponse=oui"),
                .init(label: t("answer.no"), url: "\(page)?reponse=non"),
                .init(label: t("answer.otherTime"), url: "\(page)/autre-moment"),
                .init(label: t("answer.later"), url: "\(page)?reponse=pause"),
                .init(label: t("answer.never"), url: "\(page)?reponse=jamais"),
            ],
            afterwards: [
                t("mail.ask.deadline", ["deadline": t.deadline(ask.dueAt.milliseconds, now: ask.sentAt.milliseconds)]),
                t("answer.free"),
            ])
    }

    /// Why it comes at this hour, and how that ends: nobody is written to by night who did not agree to it.
    private func byNight(_ ask: Ask, _ t: Localizer) -> String? {
        guard RungClock(town, at: ask.sentAt).isNight(ask.sentAt) else { return nil }
        return t(
            "mail.ask.byNight", ["choice": t("availability.nights"), "page": "\(house.base(of: town))/mon-compte/disponibilites"])
    }

    /// Nothing but what was chosen, and the way back.
    func never(_ category: Category, to person: Person) -> Letter {
        let t = Post(house: house, town: town).localizer(person.language)
        return Letter(
            kind: "never_asked", subject: t("mail.never.subject"),
            paragraphs: [
                t("mail.greeting", ["name": person.firstName]), t("mail.never.body", ["category": category.label(person.language)]),
            ],
            actions: [.init(label: t("mail.never.button"), url: "\(house.base(of: town))/mon-compte/disponibilites#refusees")])
    }

    /// - Parameter isGuide: else the owner is at the desk, which has no referent's pages.
    func waiting(for owner: Person, isGuide: Bool = true) -> Letter {
        let t = Post(house: house, town: town).localizer(owner.language)
        return Letter(
            kind: "climbed", subject: t("mail.climbed.subject"),
            paragraphs: [t("mail.greeting", ["name": owner.firstName]), t("mail.climbed.body")],
            actions: [.init(label: t("mail.climbed.button"), url: "\(house.base(of: town))/\(isGuide ? "referent" : "conciergerie")")])
    }

    private func when(_ wanted: WhenWanted, _ t: Localizer) -> String {
        switch wanted {
        case .now: t("ask.when.now.hint")
        case .on(let day): t.date(day.milliseconds)
        case .every(let rhythm): t("rhythm.\(rhythm.rawValue)")
        }
    }
}
