import Database
import Domain
import Secrets

/// Rows that only the demo writes ready-made: elsewhere they come about step by step.
public struct DemoRecords {
    private let scope: TownTransaction

    public init(_ scope: TownTransaction) { self.scope = scope }

    public func grantTrust(_ tier: TrustTier, to person: ID<Person>, id: ID<TrustTier>, by granter: ID<Person>, at moment: Moment) throws {
        try scope.sql.run(
            """
            /* DemoRecords.grantTrust */ INSERT INTO trust_grants (town_id, id, person_id, tier, met_on, granted_by, granted_at)
            VALUES (\(scope.town), \(id), \(person), \(tier), \(moment), \(granter), \(moment))
            """)
    }

    public func insert(_ offer: Offer) throws {
        let details = try scope.sealer(.requests).seal(offer.details, "offers", "details", offer.id.bytes)
        try scope.sql.run(
            """
            /* DemoRecords.offer */ INSERT INTO offers
              (town_id, id, person_id, category_id, neighbourhood_id, details, public_text, review, status, created_at, updated_at)
            VALUES (\(scope.town), \(offer.id), \(offer.person), \(offer.category), \(offer.neighbourhood), \(details), \(offer.publicText),
                    \(offer.review), \(offer.status), \(offer.createdAt), \(offer.updatedAt))
            """)
    }

    public func insert(_ ask: Ask, tokenHash: [UInt8]) throws {
        try scope.sql.run(
            """
            /* DemoRecords.ask */ INSERT INTO asks
              (town_id, id, request_id, wave_id, helper_id, token_hash, sent_at, due_at, answer, answered_at)
            VALUES (\(scope.town), \(ask.id), \(ask.request), \(ask.wave), \(ask.helper), \(tokenHash), \(ask.sentAt), \(ask.dueAt),
                    \(ask.answer), \(ask.answeredAt))
            """)
    }

    public func insert(_ message: Message) throws {
        let body = try scope.sealer(.messages).seal(message.body, table: "messages", column: "body", row: message.id.bytes)
        try scope.sql.run(
            """
            /* DemoRecords.message */ INSERT INTO messages (town_id, id, match_id, author, author_id, body, sent_at)
            VALUES (\(scope.town), \(message.id), \(message.match), \(message.author), \(message.authorID), \(body), \(message.sentAt))
            """)
    }

    public func insert(_ outcome: Outcome) throws {
        try scope.sql.run(
            """
            /* DemoRecords.outcome */ INSERT INTO outcomes
              (town_id, request_id, side, match_id, result, reason, recorded_by, recorded_at)
            VALUES (\(scope.town), \(outcome.request), \(outcome.side), \(outcome.match), \(outcome.result), \(outcome.reason),
                    \(outcome.recordedBy), \(outcome.recordedAt))
            """)
    }

    /// With what came of it.
    public func insert(_ ringBack: RingBack, result: RingBack.Result?) throws {
        try scope.sql.run(
            """
            /* DemoRecords.ringBack */ INSERT INTO ring_backs
              (town_id, id, request_id, person_id, neighbourhood_id, reason, created_at, due_at, attempts, last_result, done_at, done_by)
            VALUES (\(scope.town), \(ringBack.id), \(ringBack.request), \(ringBack.person), \(ringBack.neighbourhood), \(ringBack.reason),
                    \(ringBack.createdAt), \(ringBack.dueAt), \(ringBack.attempts), \(result), \(ringBack.doneAt), \(ringBack.doneBy))
            """)
    }

    /// - Parameter day: `2026-11-21`.
    public func addViews(_ views: Int, of page: String, on day: String) throws {
        try scope.sql.run(
            """
            /* DemoRecords.views */ INSERT INTO page_views (town_id, day, page, views)
            VALUES (\(scope.town), \(day), \(page), \(views))
            """)
    }
}
