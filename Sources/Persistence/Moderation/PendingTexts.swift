import Database
import Domain
import Secrets

/// What waits for a moderator's eye: words of public needs and of offers, oldest first.
public struct PendingTexts {
    private let scope: TownTransaction

    public init(_ scope: TownTransaction) { self.scope = scope }

    public func count(in guidance: Guidance = .everywhere) throws -> Int {
        let here = guidance.covers("neighbourhood_id")
        return try scope.sql.value(
            """
            /* PendingTexts.count */ SELECT (SELECT count(*) FROM help_requests WHERE \(needs) AND \(here))
              + (SELECT count(*) FROM offers WHERE \(offers) AND \(here))
              + (SELECT count(*) FROM \(messageRequests) WHERE x.town_id = \(scope.town) AND x.review = 'unread'
                 AND \(guidance.covers("r.neighbourhood_id")))
            """) ?? 0
    }

    /// The oldest; `skipped` were left for later.
    public func next(skipping skipped: [[UInt8]]) throws -> PendingText? {
        let rest: SQL = skipped.isEmpty ? "1 = 1" : "id NOT IN \(list: skipped)"
        return try list(
            """
            /* PendingTexts.next */ SELECT kind, id, category_id, neighbourhood_id, details, since FROM (
              SELECT 'request' AS kind, id, category_id, neighbourhood_id, details, \(since) AS since FROM help_requests WHERE \(needs)
              UNION ALL SELECT 'offer', id, category_id, neighbourhood_id, details, \(since) FROM offers WHERE \(offers)
              UNION ALL \(heldMessages)) texts
            WHERE \(rest) ORDER BY since, id LIMIT 1
            """
        ).first
    }

    /// One that still waits; nil once it was decided or is no longer public.
    public func find(_ kind: PendingText.Kind, _ subject: [UInt8]) throws -> PendingText? {
        guard kind != .message else { return try list("/* PendingTexts.message */ \(heldMessages) AND x.id = \(subject)").first }
        return try list(
            """
            /* PendingTexts.find */ SELECT \(kind), id, category_id, neighbourhood_id, details, \(since) FROM \(table(kind))
            WHERE \(kind == .request ? needs : offers) AND id = \(subject)
            """
        ).first
    }

    /// The words of a request or an offer, whoever has read them; nil where there are none.
    public func anew(_ kind: PendingText.Kind, _ subject: [UInt8], since: Moment) throws -> PendingText? {
        try list(
            """
            /* PendingTexts.anew */ SELECT \(kind), id, category_id, neighbourhood_id, details, CAST(\(since) AS BIGINT) FROM \(table(kind))
            WHERE town_id = \(scope.town) AND id = \(subject) AND details IS NOT NULL
            """
        ).first
    }

    /// What the public, or the other of a conversation, sees from now on; what the author wrote stays as it is, for the people of the match.
    public func publish(_ decision: DecidedText) throws {
        guard decision.kind != .message else { return try deliver(decision) }
        let review = decision.publicText == nil ? HelpRequest.Review.refused : .approved
        try scope.sql.run(
            """
            /* PendingTexts.publish */ UPDATE \(table(decision.kind)) SET review = \(review), public_text = \(decision.publicText)
            WHERE town_id = \(scope.town) AND id = \(decision.subject)
            """)
    }

    private func deliver(_ decision: DecidedText) throws {
        guard let id = ID<Message>(bytes: decision.subject) else { return }
        guard let text = decision.publicText else { return try Messages(scope).refuse(id) }
        try Messages(scope).deliver(id, saying: text, now: decision.appeal?.answer?.at ?? decision.decidedAt)
    }

    /// New words wait from now on.
    public func wroteAnew(_ kind: PendingText.Kind, _ subject: [UInt8], at now: Moment) throws {
        try scope.sql.run(
            """
            /* PendingTexts.wroteAnew */ UPDATE \(table(kind)) SET rewritten_at = \(now)
            WHERE town_id = \(scope.town) AND id = \(subject)
            """)
    }

    /// Where and what a text is about, whoever has read it.
    public func place(_ kind: PendingText.Kind, _ subject: [UInt8]) throws -> (category: ID<Category>, neighbourhood: ID<Neighbourhood>?)? {
        let source: SQL =
            switch kind {
            case .request, .offer: "\(table(kind)) r WHERE r.town_id = \(scope.town) AND r.id = \(subject)"
            case .message: "\(messageRequests) WHERE x.town_id = \(scope.town) AND x.id = \(subject)"
            }
        var place: (ID<Category>, ID<Neighbourhood>?)?
        try scope.sql.run("/* PendingTexts.place */ SELECT r.category_id, r.neighbourhood_id FROM \(source)") {
            place = (try $0.next(), try $0.next())
        }
        return place
    }

    /// Who wrote it: the one who asks, offers, or writes to the other.
    public func author(_ kind: PendingText.Kind, _ subject: [UInt8]) throws -> ID<Person>? {
        let author: SQL =
            switch kind {
            case .request: "asker_id"
            case .offer: "person_id"
            case .message: "author_id"
            }
        return try scope.sql.value(
            "/* PendingTexts.author */ SELECT \(author) FROM \(table(kind)) WHERE town_id = \(scope.town) AND id = \(subject)")
    }

    private func table(_ kind: PendingText.Kind) -> SQL {
        switch kind {
        case .request: "help_requests"
        case .offer: "offers"
        case .message: "messages"
        }
    }

    private var since: SQL { "coalesce(rewritten_at, created_at)" }
    /// A held text is read also where the words of its kind of help are not public.
    private var needs: SQL {
        """
        town_id = \(scope.town) AND (is_public = 1 OR held_for IS NOT NULL AND status IN ('open', 'matched'))
          AND review = 'unread' AND details IS NOT NULL
        """
    }
    private var messageRequests: SQL {
        """
        messages x JOIN matches m ON m.town_id = x.town_id AND m.id = x.match_id
          JOIN help_requests r ON r.town_id = m.town_id AND r.id = m.request_id
        """
    }
    private var heldMessages: SQL {
        """
        SELECT 'message', x.id, r.category_id, r.neighbourhood_id, x.body, x.sent_at FROM \(messageRequests)
        WHERE x.town_id = \(scope.town) AND x.review = 'unread'
        """
    }
    private var offers: SQL { "town_id = \(scope.town) AND status = 'active' AND review = 'unread' AND details IS NOT NULL" }

    private func list(_ query: SQL) throws -> [PendingText] {
        let (sealer, letters) = (try scope.sealer(.requests), try scope.sealer(.messages))
        var texts: [PendingText] = []
        try scope.sql.run(query) { row in
            let kind: PendingText.Kind = try row.next()
            let id: [UInt8] = try row.next()
            let category: ID<Category> = try row.next()
            let place: ID<Neighbourhood>? = try row.next()
            let sealed: [UInt8] = try row.next()
            let text =
                kind == .message
                ? try letters.open(sealed, table: "messages", column: "body", row: id)
                : try sealer.open(sealed, table: kind == .request ? "help_requests" : "offers", column: "details", row: id)
            texts.append(
                PendingText(kind: kind, subject: id, category: category, neighbourhood: place, text: text, since: try row.next()))
        }
        return texts
    }
}
