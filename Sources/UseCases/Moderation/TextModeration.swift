import Domain
import Localization
import Persistence

/// One text to read, and how many wait.
public struct ModerationDesk: Sendable {
    public var text: PendingText?
    /// What the text seems to give away (G-04): a hint for the eye, never a decision.
    public var warnings: [RiskyText.Kind]
    public var count: Int
    public var now: Moment
}

/// No free text is public before a moderator has read it. Moderators see words, kind and quartier, never who wrote them.
public struct TextModeration: Sendable {
    let house: House

    public init(_ house: House) { self.house = house }

    /// The oldest text that waits.
    /// - Parameter skipped: left for later in this sitting.
    public func desk(skipping skipped: [[UInt8]], by actor: Actor, in facts: TownFacts) async throws -> ModerationDesk {
        guard Self.mayModerate(actor) else { throw Refusal.notFound }
        let now = house.world.now()
        return try await house.read(facts.town) { scope in
            let texts = PendingTexts(scope)
            let text = try texts.next(skipping: skipped)
            return ModerationDesk(
                text: text, warnings: RiskyText.Kind.allCases.filter(text.map { RiskyText.kinds(in: $0.text) }?.contains ?? { _ in false }),
                count: try texts.count(), now: now)
        }
    }

    /// Writes the decision down; the author of an amended or refused text is told why. A text that was decided already stays so.
    /// - Parameter fingerprint: of the words that were read.
    /// - Throws: `refusal.textChanged` when the author has changed them since.
    public func decide(
        _ form: [String: String], on kind: PendingText.Kind, _ subject: [UInt8], fingerprint: String, by actor: Actor, in facts: TownFacts
    ) async throws {
        guard Self.mayModerate(actor) else { throw Refusal.notFound }
        let now = house.world.now()
        try await house.write(facts.town, listings: true) { scope in
            let texts = PendingTexts(scope)
            guard let text = try texts.find(kind, subject) else { return }
            guard text.fingerprint == fingerprint else { throw Refusal(.conflict, "refusal.textChanged") }
            let decision = try TextDecision.read(form, of: text.text)
            switch decision {
            case .publish: try texts.decide(text, .approved, publicText: text.text)
            case .amend(let words): try texts.decide(text, .approved, publicText: words)
            case .refuse: try texts.decide(text, .refused, publicText: nil)
            }
            try Journal(scope).append(
                JournalEntry(
                    at: now, actor: actor.person, action: .decided, subjectKind: kind == .request ? "help_requests" : "offers",
                    subject: subject, purpose: decision.purpose), id: house.world.id())
            try tell(decision, to: try texts.authors(of: text), facts.town, in: scope)
        }
    }

    private static func mayModerate(_ actor: Actor) -> Bool { actor.has(.moderator) || actor.has(.administrator) }

    /// Who held the pen hears of it when the asker has no address.
    private func tell(_ decision: TextDecision, to authors: [ID<Person>], _ town: Town, in scope: TownTransaction) throws {
        let people = try People(scope).find(authors)
        guard let author = authors.compactMap({ people[$0] }).first(where: \.isMailed) else { return }
        let post = Post(house: house, town: town)
        let t = post.localizer(author.language)
        guard let words = Self.words(decision, t) else { return }
        try post.send(
            Letter(
                kind: "moderation", subject: t("mail.moderation.subject"),
                paragraphs: [t("mail.greeting", ["name": author.firstName])] + words, afterwards: [t("mail.moderation.appeal")]),
            to: author, in: scope)
    }

    private static func words(_ decision: TextDecision, _ t: Localizer) -> [String]? {
        switch decision {
        case .publish: nil
        case .amend(let text): [t("mail.moderation.amended"), t("mail.moderation.quote", ["text": text])]
        case .refuse(let reason): [t("mail.moderation.refused"), t("moderation.reason.\(reason.rawValue)")]
        }
    }
}
