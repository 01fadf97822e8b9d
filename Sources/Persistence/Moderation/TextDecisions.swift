import Database
import Domain
import Secrets

/// What moderators decided about texts, and the appeals from it.
public struct TextDecisions {
    static let columns: SQL = """
        id, kind, subject_id, read_text, public_text, verdict, reason, words, decided_by, waited_since, decided_at, appeal_words,
        appealed_at, appeal_result, answer_words, answered_by, answered_at,
        delivered_text
        """
    let scope: TownTransaction
    let sealer: Sealer

    public init(_ scope: TownTransaction) throws {
        self.scope = scope
        sealer = try scope.sealer(.requests)
    }

    public func insert(_ decision: DecidedText) throws {
        let isMessage = decision.kind == .message
        let values: [any Bindable] = [
            scope.town, decision.id, decision.kind, decision.subject,
            try sealer.seal(decision.text, table: "text_decisions", column: "read_text", row: decision.id.bytes),
            isMessage ? nil : decision.publicText,
            decision.verdict, decision.reason, try sealer.seal(decision.words, "text_decisions", "words", decision.id.bytes),
            decision.decidedBy, decision.waitedSince, decision.decidedAt,
            try sealer.seal(isMessage ? decision.publicText : nil, "text_decisions", "delivered_text", decision.id.bytes),
        ]
        try scope.sql.run(
            """
            /* TextDecisions.insert */ INSERT INTO text_decisions (town_id, id, kind, subject_id, read_text, public_text, verdict, reason,
              words, decided_by, waited_since, decided_at, delivered_text)
            VALUES \(row: values)
            """)
    }

    /// The appeal and its answer; what was decided stays as it was.
    public func saveAppeal(_ decision: DecidedText) throws {
        let row = decision.id.bytes
        try scope.sql.run(
            """
            /* TextDecisions.saveAppeal */ UPDATE text_decisions SET
              appeal_words = \(try sealer.seal(decision.appeal?.words, "text_decisions", "appeal_words", row)),
              appealed_at = \(decision.appeal?.at), appeal_result = \(decision.appeal?.answer?.result),
              answer_words = \(try sealer.seal(decision.appeal?.answer?.words, "text_decisions", "answer_words", row)),
              answered_by = \(decision.appeal?.answer?.by), answered_at = \(decision.appeal?.answer?.at)
            WHERE town_id = \(scope.town) AND id = \(decision.id)
            """)
    }

    public func find(_ id: ID<DecidedText>) throws -> DecidedText? {
        try list("/* TextDecisions.find */ SELECT \(Self.columns) FROM text_decisions WHERE town_id = \(scope.town) AND id = \(id)").first
    }

    /// All about one request or offer, newest first.
    public func about(_ subject: [UInt8]) throws -> [DecidedText] {
        try list(
            """
            /* TextDecisions.about */ SELECT \(Self.columns) FROM text_decisions
            WHERE town_id = \(scope.town) AND subject_id = \(subject) ORDER BY decided_at DESC, id DESC LIMIT 50
            """)
    }

    /// The last one about one request or offer.
    public func latest(_ subject: [UInt8]) throws -> DecidedText? {
        try list(
            """
            /* TextDecisions.latest */ SELECT \(Self.columns) FROM text_decisions
            WHERE town_id = \(scope.town) AND subject_id = \(subject) ORDER BY decided_at DESC, id DESC LIMIT 1
            """
        ).first
    }

    /// The last one, unless the words were changed since.
    public func current(about request: HelpRequest) throws -> DecidedText? {
        guard request.details != nil, request.review != .unread else { return nil }
        return try latest(request.id.bytes).flatMap { $0.text == request.details ? $0 : nil }
    }

    public func current(about offer: Offer) throws -> DecidedText? {
        guard offer.details != nil, offer.review != .unread else { return nil }
        return try latest(offer.id.bytes).flatMap { $0.text == offer.details ? $0 : nil }
    }

    /// Appeals without an answer, oldest first.
    public func openAppeals() throws -> [DecidedText] {
        try list(
            """
            /* TextDecisions.openAppeals */ SELECT \(Self.columns) FROM text_decisions
            WHERE town_id = \(scope.town) AND appealed_at IS NOT NULL AND appeal_result IS NULL ORDER BY appealed_at, id LIMIT 200
            """)
    }

    /// How often other texts of these people were amended or refused; no name, no word.
    public func standing(of authors: [ID<Person>], besides subject: [UInt8]) throws -> (amended: Int, refused: Int) {
        var counts = (amended: 0, refused: 0)
        guard !authors.isEmpty else { return counts }
        try scope.sql.run(
            """
            /* TextDecisions.standing */ SELECT count(*) FILTER (WHERE verdict = 'amended'), count(*) FILTER (WHERE verdict = 'refused')
            FROM text_decisions
            WHERE town_id = \(scope.town) AND subject_id <> \(subject) AND coalesce(appeal_result, '') <> 'overturned' AND subject_id IN (
              SELECT id FROM help_requests WHERE town_id = \(scope.town) AND asker_id IN \(list: authors)
              UNION ALL SELECT id FROM offers WHERE town_id = \(scope.town) AND person_id IN \(list: authors)
              UNION ALL SELECT id FROM messages WHERE town_id = \(scope.town) AND author_id IN \(list: authors))
            """
        ) { counts = (try $0.next(), try $0.next()) }
        return counts
    }

    func list(_ query: SQL) throws -> [DecidedText] {
        var decisions: [DecidedText] = []
        try scope.sql.run(query) { decisions.append(try DecidedText(row: &$0, sealer: sealer)) }
        return decisions
    }
}

extension DecidedText {
    fileprivate init(row: inout Row, sealer: Sealer) throws {
        let id: ID<DecidedText> = try row.next()
        self.init(
            id: id, kind: try row.next(), subject: try row.next(),
            text: try sealer.open(try row.next(), table: "text_decisions", column: "read_text", row: id.bytes),
            publicText: try row.next(), verdict: try row.next(), reason: try row.next(),
            words: try sealer.open(try row.next(), "text_decisions", "words", id.bytes), decidedBy: try row.next(),
            waitedSince: try row.next(), decidedAt: try row.next(), appeal: try TextAppeal(row: &row, of: id, sealer: sealer))
        publicText = try sealer.open(try row.next(), "text_decisions", "delivered_text", id.bytes) ?? publicText
        if appeal?.answer?.result == .overturned { publicText = text }
    }
}

extension TextAppeal {
    fileprivate init?(row: inout Row, of id: ID<DecidedText>, sealer: Sealer) throws {
        let words = try sealer.open(try row.next(), "text_decisions", "appeal_words", id.bytes)
        let at: Moment? = try row.next()
        let result: Result? = try row.next()
        let answer = try sealer.open(try row.next(), "text_decisions", "answer_words", id.bytes)
        let by: ID<Person>? = try row.next()
        let answeredAt: Moment? = try row.next()
        guard let words, let at else { return nil }
        self.init(words: words, at: at)
        if let result, let answer, let by, let answeredAt { self.answer = .init(result: result, words: answer, by: by, at: answeredAt) }
    }
}
