import Domain
import Localization
import Persistence

/// One text or one appeal to read, with what went before, and how many wait.
public struct ModerationDesk: Sendable {
    public var text: PendingText?
    /// Instead of a text: an author who does not agree.
    public var appeal: AppealedText?
    /// What the text seems to ask for or give away (B-01, G-04): a hint for the eye, never a decision.
    public var warnings: [TextGuard.Kind] = []
    /// About the same request or offer, newest first.
    public var history: [DecidedText] = []
    /// How often other texts of the same author were amended or refused.
    public var authorBefore = (amended: 0, refused: 0)
    public var count: Int
    /// Appeals that somebody else must read: against this moderator's own decisions.
    public var appealsForOthers: Int
    /// Appeals that nobody in town may read, since the one who decided is alone.
    public var appealsForNobody: Int
    /// Reports and appeals from stops that this moderator may read, elsewhere.
    public var reports: Int
    public var now: Moment
}

public struct AppealedText: Sendable {
    public var decision: DecidedText
    public var category: ID<Category>
    public var neighbourhood: ID<Neighbourhood>?
}

/// Texts are read before they are public where the town or the kind of help says so. Moderators see words, kind and quartier, never who
/// wrote them; each decision is kept and can be appealed (P-12).
public struct TextModeration: Sendable {
    let house: House

    public init(_ house: House) { self.house = house }

    public var now: Moment { house.world.now() }

    /// What waits longest. An appeal comes before texts of its day.
    /// - Parameter skipped: left for later in this sitting.
    public func desk(skipping skipped: [[UInt8]], by actor: Actor, in facts: TownFacts) async throws -> ModerationDesk {
        guard Self.mayModerate(actor) else { throw Refusal.notFound }
        let now = house.world.now()
        return try await house.read(facts.town) { scope in
            try DeskReading(scope: scope, actor: actor, town: facts.town, now: now).desk(skipping: skipped)
        }
    }

    /// Writes the decision down; the author of an amended or refused text is told why. A text that was decided already stays so.
    /// - Parameter fingerprint: of the words that were read.
    /// - Throws: `refusal.textChanged` when the author has changed them since.
    public func decide(
        _ form: [String: String], on kind: PendingText.Kind, _ subject: [UInt8], fingerprint: String, by actor: Actor, in facts: TownFacts
    ) async throws {
        guard Self.mayModerate(actor), let person = actor.person else { throw Refusal.notFound }
        let now = house.world.now()
        try await house.write(facts.town, listings: true) { scope in
            let texts = PendingTexts(scope)
            guard let text = try texts.find(kind, subject) else { return }
            guard text.fingerprint == fingerprint else { throw Refusal(.conflict, "refusal.textChanged") }
            let decision = try TextDecision.read(form, of: text.text)
            let decided = DecidedText(
                id: house.world.id(), of: text, decision, words: try TextDecision.readWords(form), by: person, at: now)
            try TextDecisions(scope).insert(decided)
            try texts.publish(decided)
            try record(decision.purpose, about: decided, by: person, in: scope, now: now)
            if decided.publicText != nil { try tellOfMessage(decided, facts.town, in: scope) }
            guard decided.verdict != .published else { return }
            try TextNews(house: house, town: facts.town, decision: decided).decided(in: scope, now: now)
        }
    }

    func record(_ purpose: String, about decision: DecidedText, by person: ID<Person>, in scope: TownTransaction, now: Moment) throws {
        try Journal(scope).append(
            JournalEntry(
                at: now, actor: person, action: .decided, subjectKind: Self.table(decision.kind), subject: decision.subject,
                purpose: purpose), id: house.world.id())
    }

    private static func table(_ kind: PendingText.Kind) -> String {
        switch kind {
        case .request: "help_requests"
        case .offer: "offers"
        case .message: "messages"
        }
    }

    /// A message that was held goes to the other now, and they are told; unless there is no match any more.
    func tellOfMessage(_ decision: DecidedText, _ town: Town, in scope: TownTransaction) throws {
        guard decision.kind == .message, let message = try ID<Message>(bytes: decision.subject).flatMap({ try Messages(scope).find($0) }),
            let match = try Matches(scope).find(message.match), let request = try HelpRequests(scope).find(match.request),
            match.status != .withdrawn
        else { return }
        let other = message.author == .helper ? request.asker : match.helper
        try MessageNews(house: house).tell(of: message, to: other, about: request, town, in: scope)
    }

    static func mayModerate(_ actor: Actor) -> Bool { actor.has(.moderator) || actor.has(.administrator) }

    static func readers(in scope: TownTransaction) throws -> AppealReaders {
        let staff = Staff(scope)
        return AppealReaders(moderators: try staff.holding(.moderator), administrators: try staff.holding(.administrator))
    }
}

/// Puts one screen together.
private struct DeskReading {
    let scope: TownTransaction
    let actor: Actor
    let town: Town
    let now: Moment

    private var zone: Zone { town.zone }

    func desk(skipping skipped: [[UInt8]]) throws -> ModerationDesk {
        let readers = try TextModeration.readers(in: scope)
        let appeals = try TextDecisions(scope).openAppeals()
        let own = appeals.filter { readers.mayRead($0, actor.person) }
        let texts = PendingTexts(scope)
        var desk = ModerationDesk(
            count: try texts.count() + own.count, appealsForOthers: appeals.filter { $0.decidedBy == actor.person }.count,
            appealsForNobody: appeals.filter { readers.readers(of: $0).isEmpty }.count,
            reports: try ReportModeration.waiting(for: actor, readers, in: scope).count, now: now)
        let text = try texts.next(skipping: skipped)
        if let appeal = own.first(where: { !skipped.contains($0.id.bytes) }), comesFirst(appeal, before: text) {
            try fill(&desk, with: appeal)
        } else if let text {
            try fill(&desk, with: text)
        }
        return desk
    }

    private func comesFirst(_ appeal: DecidedText, before text: PendingText?) -> Bool {
        guard let text, let at = appeal.appeal?.at else { return true }
        return zone.day(at) <= zone.day(text.since)
    }

    private func fill(_ desk: inout ModerationDesk, with text: PendingText) throws {
        desk.text = text
        desk.warnings = town.settings.textGuard.findings(in: text.text).map(\.kind)
        desk.history = try TextDecisions(scope).about(text.subject)
        desk.authorBefore = try standing(text.kind, text.subject)
    }

    private func fill(_ desk: inout ModerationDesk, with decision: DecidedText) throws {
        guard let place = try PendingTexts(scope).place(decision.kind, decision.subject) else { return }
        desk.appeal = AppealedText(decision: decision, category: place.category, neighbourhood: place.neighbourhood)
        desk.history = try TextDecisions(scope).about(decision.subject).filter { $0.id != decision.id }
        desk.authorBefore = try standing(decision.kind, decision.subject)
    }

    private func standing(_ kind: PendingText.Kind, _ subject: [UInt8]) throws -> (amended: Int, refused: Int) {
        let author = try PendingTexts(scope).author(kind, subject)
        return try TextDecisions(scope).standing(of: [author].compactMap(\.self), besides: subject)
    }
}
