import Domain
import Localization
import Persistence
import Secrets

/// What is written to an organisation. Before it accepts: kind of help, quartier, day, approved words; never who, never where exactly.
struct OrganisationLetters {
    let house: House
    let town: Town

    private var post: Post { Post(house: house, town: town) }

    /// The first mail, or the one that brings it to mind.
    func ask(
        _ ask: OrganisationAsk, to organisation: Organisation, about request: HelpRequest, _ category: Category, _ place: Neighbourhood?,
        in scope: TownTransaction, now: Moment
    ) throws {
        let t = post.localizer(organisation.language)
        let label = category.label(organisation.language)
        let facts = ["category": label, "place": place?.name ?? town.name, "when": when(request.wanted, t)]
        let kind = ask.remindedAt == nil ? "ask" : "reminder"
        let words = request.review == .approved ? request.publicText.map { t("answer.quote", ["words": $0]) } : nil
        let letter = Letter(
            kind: "organisation_\(kind)", subject: t("mail.organisation.\(kind).subject", facts),
            paragraphs: [t("mail.organisation.\(kind).body", facts), words, category.guidance(organisation.language)].compactMap(\.self),
            actions: [.init(label: t("mail.organisation.ask.button"), url: try url(of: ask.id, in: scope))],
            afterwards: [
                t("mail.ask.deadline", ["deadline": t.deadline(ask.dueAt.milliseconds, now: now.milliseconds)]),
                t("mail.organisation.ask.next"),
            ])
        try post.send(letter, to: organisation.email, language: organisation.language, in: scope)
    }

    /// About something it was asked for.
    func news(
        _ what: OrganisationNews.What, to organisation: Organisation, of ask: OrganisationAsk, about request: HelpRequest,
        in scope: TownTransaction
    ) throws {
        let t = post.localizer(organisation.language)
        let category = try Categories(scope).find(request.category)?.label(organisation.language) ?? ""
        let link = what.isOver ? nil : try url(of: ask.id, in: scope)
        let letter = Letter(
            kind: "organisation_\(what.rawValue)",
            subject: t("mail.organisation.\(what.rawValue).subject", ["reference": request.reference.text]),
            paragraphs: [t("mail.organisation.\(what.rawValue).body", ["category": category, "reference": request.reference.text])],
            actions: link.map { [.init(label: t("mail.organisation.open"), url: $0)] } ?? [])
        try post.send(letter, to: organisation.email, language: organisation.language, in: scope)
    }

    /// To the person of the town who is answerable for it.
    func accepted(by organisation: Organisation, _ match: Match, of request: HelpRequest, to owner: Person, in scope: TownTransaction)
        throws
    {
        let t = post.localizer(owner.language)
        let words = ["organisation": organisation.name, "reference": request.reference.text]
        let letter = Letter(
            kind: "organisation_owner", subject: t("mail.organisation.owner.subject", words),
            paragraphs: [t("mail.greeting", ["name": owner.firstName]), t("mail.organisation.owner.body", words)],
            actions: [.init(label: t("mail.helping.button"), url: "\(house.base(of: town))/conversations/\(match.id.text)")])
        try post.send(letter, to: owner, in: scope)
    }

    /// A fresh link for one mail: tokens are not kept in clear.
    private func url(of ask: ID<OrganisationAsk>, in scope: TownTransaction) throws -> String {
        let token = Token()
        try OrganisationAsks(scope).addLink(token.hash, to: ask, now: house.world.now())
        return "\(house.base(of: town))/organisation/\(token.text)"
    }

    private func when(_ wanted: WhenWanted, _ t: Localizer) -> String {
        switch wanted {
        case .now: t("ask.when.now.hint")
        case .on(let day): t.date(day.milliseconds)
        case .every(let rhythm): t("rhythm.\(rhythm.rawValue)")
        }
    }
}
