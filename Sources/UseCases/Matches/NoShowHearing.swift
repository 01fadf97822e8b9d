import Domain
import Persistence
import Secrets

/// What a helper sees behind the link of a no-show: what it is about, and what they said.
public struct HeardNoShow: Sendable {
    public var noShow: NoShow
    public var category: Category
    public var reference: Reference
    public var wanted: WhenWanted
    public var appointmentAt: Moment?
}

/// The helper's side of a no-show, by the token of its mail, without signing in. GET shows, POST answers, and may be repeated.
public struct NoShowHearing: Sendable {
    let house: House

    public init(_ house: House) { self.house = house }

    /// Nil when no no-show of this town has the token.
    public func noShow(_ token: Token, in facts: TownFacts) async throws -> HeardNoShow? {
        try await house.read(facts.town) { scope in
            guard let noShow = try NoShows(scope).find(token: token.hash), let request = try HelpRequests(scope).find(noShow.request),
                let category = try Categories(scope).find(request.category)
            else { return nil }
            return HeardNoShow(
                noShow: noShow, category: category, reference: request.reference, wanted: request.wanted,
                appointmentAt: try Matches(scope).find(noShow.match)?.appointmentAt)
        }
    }

    /// The words may be changed until somebody has decided; afterwards nothing changes.
    /// - Throws: `notFound` for a wrong token; a refusal of `words`.
    public func answer(_ token: Token, _ words: String?, in facts: TownFacts) async throws {
        let words = try Self.read(words, required: true) ?? ""
        let now = house.world.now()
        try await house.write(facts.town) { scope in
            guard var noShow = try NoShows(scope).find(token: token.hash) else { throw Refusal.notFound }
            guard noShow.state == .recorded else { return }
            noShow.answer = NoShow.Answer(words: words, at: now)
            try NoShows(scope).save(noShow)
            try People(scope).noteSeen(noShow.helper, now: now)
        }
    }

    static func read(_ words: String?, required: Bool = false) throws -> String? {
        var reader = FormReader()
        let text = reader.text("words", words, atMost: NoShow.longestWords)
        if required, text == nil, reader.refusals.isEmpty { reader.refuse("words", "refusal.noShowWords") }
        try reader.finish()
        return text
    }

    /// The asker says that nobody came. Call it in the transaction in which their outcome is written down.
    func report(_ match: Match, _ words: String?, in scope: TownTransaction, now: Moment) throws {
        let noShows = try NoShows(scope)
        guard try !noShows.insert(NoShow(id: house.world.id(), match: match, notedAt: now, askerWords: words)),
            var known = try noShows.of(match.id), known.askerWords == nil, known.isOpen
        else { return }
        known.askerWords = words
        try noShows.save(known)
    }
}
