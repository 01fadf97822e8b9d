import Domain
import Localization
import Persistence

/// What the author of a text is told of a decision: by mail, or by voice where a request's asker has no address.
struct TextNews {
    let house: House
    let town: Town
    let decision: DecidedText

    private var post: Post { Post(house: house, town: town) }

    func decided(in scope: TownTransaction, now: Moment) throws {
        try tell(in: scope, now: now) { t in
            let appeal = t("mail.moderation.appeal", ["date": t.date(decision.appealableUntil.milliseconds)])
            return (verdict(t) + [decision.words.map { t("mail.moderation.words", ["words": $0]) }].compactMap(\.self), [appeal])
        }
    }

    func answered(in scope: TownTransaction, now: Moment) throws {
        guard let answer = decision.appeal?.answer else { return }
        try tell(in: scope, now: now) { t in
            ([t("mail.appeal.\(answer.result.rawValue)"), t("mail.moderation.words", ["words": answer.words])], [t("mail.appeal.once")])
        }
    }

    private func verdict(_ t: Localizer) -> [String] {
        guard decision.verdict == .amended else {
            return [t("mail.moderation.refused")] + [decision.reason.map { t("moderation.reason.\($0.rawValue)") }].compactMap(\.self)
        }
        return [t("mail.moderation.amended"), t("mail.moderation.quote", ["text": decision.publicText ?? ""])]
            + decision.difference.filter { $0.kind != .kept }.map { t("mail.moderation.\($0.kind.rawValue)", ["words": $0.words]) }
    }

    private func tell(
        in scope: TownTransaction, now: Moment, _ words: (Localizer) -> (paragraphs: [String], afterwards: [String])
    ) throws {
        let id = try PendingTexts(scope).author(decision.kind, decision.subject)
        guard let author = try id.flatMap({ try People(scope).find($0) }) else { return }
        let place = try place(of: author, in: scope)
        guard author.isMailed else { return try ring(author, about: place.request, in: scope, now: now) }
        let t = post.localizer(author.language)
        let (paragraphs, afterwards) = words(t)
        let page = try place.tracked.map { try post.trackingURL(of: $0, in: scope, now: now) + place.path } ?? accountURL + place.path
        let letter = Letter(
            kind: "moderation", subject: t("mail.moderation.subject"),
            paragraphs: [t("mail.greeting", ["name": author.firstName])] + paragraphs,
            actions: [.init(label: t("mail.moderation.button"), url: page + "/recours")], afterwards: afterwards)
        try post.send(letter, to: author, in: scope)
    }

    private var accountURL: String { house.base(of: town) }

    /// Where its author finds a text: from the tracking page of a request of theirs, else from the town's home page.
    private struct Place {
        var request: HelpRequest?
        var tracked: HelpRequest?
        var path = ""
    }

    private func place(of author: Person, in scope: TownTransaction) throws -> Place {
        switch decision.kind {
        case .offer: return Place(path: "/mon-compte/propositions/\(ID<Offer>(bytes: decision.subject)?.text ?? "")")
        case .request:
            let request = try ID<HelpRequest>(bytes: decision.subject).flatMap { try HelpRequests(scope).find($0) }
            return Place(request: request, tracked: request)
        case .message:
            guard let message = try ID<Message>(bytes: decision.subject).flatMap({ try Messages(scope).find($0) }),
                let match = try Matches(scope).find(message.match)
            else { return Place() }
            let request = try HelpRequests(scope).find(match.request)
            let isHelper = message.author == .helper
            return Place(
                request: request, tracked: isHelper ? nil : request,
                path: (isHelper ? "/conversations/\(match.id.text)" : "/conversation") + "/messages/\(message.id.text)")
        }
    }

    private func ring(_ author: Person, about request: HelpRequest?, in scope: TownTransaction, now: Moment) throws {
        guard let request, try !RingBacks(scope).isOpen(.text, about: request.id) else { return }
        let clock = RungClock(town, at: now)
        try RingBacks(scope).insert(
            RingBack(
                id: house.world.id(), request: request.id, person: author.id, neighbourhood: request.neighbourhood, reason: .text,
                createdAt: now, dueAt: clock.waking(atOrAfter: now)))
    }
}
