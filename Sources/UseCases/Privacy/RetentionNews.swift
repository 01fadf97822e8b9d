import Domain
import Localization
import Persistence

/// The letter before the end: what ends when, and the one page on which to say that it is still wanted. Opening the page changes nothing.
struct RetentionNews {
    let house: House
    let facts: TownFacts
    let rule: RetentionRule
    let now: Moment

    private var post: Post { Post(house: house, town: facts.town) }
    private var base: String { house.base(of: facts.town) }

    func warn(_ due: RetentionListing.Due, in scope: TownTransaction) throws {
        switch rule.subject {
        case .unansweredRequests: try warnAsker(due, in: scope)
        case .unansweredOffers: try warnHelper(due, in: scope)
        case .inactiveAccounts: try warnResident(due, in: scope)
        default: break
        }
    }

    /// Whoever has no mail is rung by the request's owner, who hears of it by mail.
    private func warnAsker(_ due: RetentionListing.Due, in scope: TownTransaction) throws {
        guard let id = ID<HelpRequest>(bytes: due.id), let request = try HelpRequests(scope).find(id),
            let asker = try People(scope).find(request.asker)
        else { return }
        if asker.isMailed {
            let page = try post.trackingURL(of: request, in: scope, now: now)
            return try send("request", page, ["reference": request.reference.text], began: due.began, to: asker, in: scope)
        }
        guard let owner = try People(scope).find(request.owner) else { return }
        let page = "\(base)/referent/demandes/\(id.text)"
        try send("owner", page, ["reference": request.reference.text], began: due.began, to: owner, in: scope)
    }

    private func warnHelper(_ due: RetentionListing.Due, in scope: TownTransaction) throws {
        guard let id = ID<Offer>(bytes: due.id), let offer = try Offers(scope).find(id), let person = try People(scope).find(offer.person)
        else { return }
        let category = facts.category(offer.category)?.label(person.language) ?? ""
        try send("offer", "\(base)/mon-compte/propositions", ["category": category], began: due.began, to: person, in: scope)
    }

    private func warnResident(_ due: RetentionListing.Due, in scope: TownTransaction) throws {
        guard let id = ID<Person>(bytes: due.id), let person = try People(scope).find(id) else { return }
        try send("account", "\(base)/connexion", [:], began: due.began, to: person, in: scope)
    }

    private func send(
        _ kind: String, _ page: String, _ arguments: [String: String], began: Moment, to person: Person, in scope: TownTransaction
    ) throws {
        let t = post.localizer(person.language)
        var arguments = arguments
        arguments["date"] = t.date(end(of: began).milliseconds)
        let letter = Letter(
            kind: "retention_\(kind)", subject: t("mail.retention.\(kind).subject", arguments),
            paragraphs: [t("mail.greeting", ["name": person.firstName]), t("mail.retention.\(kind).body", arguments)],
            actions: [.init(label: t("mail.retention.\(kind).button"), url: page)])
        try post.send(letter, to: person, in: scope)
    }

    /// Never sooner than the notice allows, however old it is.
    private func end(of began: Moment) -> Moment {
        let zone = facts.town.timeZone
        let soonest = rule.notice.map { $0.end(of: now, in: zone) } ?? now
        return max(rule.term(in: facts.town).end(of: began, in: zone), soonest)
    }
}
