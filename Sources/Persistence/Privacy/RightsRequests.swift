import Database
import Domain
import Secrets

/// A town's requests about people's rights; who asks, where to answer and every word lie sealed.
public struct RightsRequests {
    private static let columns: SQL = """
        id, reference, kind, door, answer_by, name, contact, words, language, taken_by, received_at, due_at, extension, extended_at,
        identity, identity_at, identity_by, answer, answer_words, answered_at, answered_by
        """
    private let scope: TownTransaction
    private let sealer: Sealer

    public init(_ scope: TownTransaction) throws {
        self.scope = scope
        sealer = try scope.sealer(.people)
    }

    /// False when it is there already: the same form was sent twice.
    public func insert(_ request: RightsRequest) throws -> Bool {
        let row = request.id.bytes
        let values: [any Bindable] = [
            scope.town, request.id, request.reference, request.kind, request.door, request.answerBy,
            try sealer.seal(request.name, table: "rights_requests", column: "name", row: row),
            try sealer.seal(request.contact, table: "rights_requests", column: "contact", row: row),
            try sealer.seal(request.words, "rights_requests", "words", row), request.language, request.takenBy, request.receivedAt,
            request.dueAt,
        ]
        return try scope.sql.run(
            """
            /* RightsRequests.insert */ INSERT INTO rights_requests
              (town_id, id, reference, kind, door, answer_by, name, contact, words, language, taken_by, received_at, due_at)
            VALUES \(row: values) ON CONFLICT (town_id, id) DO NOTHING
            """) == 1
    }

    public func save(_ request: RightsRequest) throws {
        let row = request.id.bytes
        let answer = request.answer
        try scope.sql.run(
            """
            /* RightsRequests.save */ UPDATE rights_requests SET due_at = \(request.dueAt),
              extension = \(try sealer.seal(request.extension?.reason, "rights_requests", "extension", row)),
              extended_at = \(request.extension?.at), identity = \(request.identity?.how), identity_at = \(request.identity?.at),
              identity_by = \(request.identity?.by), answer = \(answer?.result),
              answer_words = \(try sealer.seal(answer?.words, "rights_requests", "answer_words", row)), answered_at = \(answer?.at),
              answered_by = \(answer?.by)
            WHERE town_id = \(scope.town) AND id = \(request.id)
            """)
    }

    public func find(_ id: ID<RightsRequest>) throws -> RightsRequest? {
        try list(
            "/* RightsRequests.find */ SELECT \(Self.columns) FROM rights_requests WHERE town_id = \(scope.town) AND id = \(id)"
        ).first
    }

    public func find(_ reference: Reference) throws -> RightsRequest? {
        try list(
            """
            /* RightsRequests.reference */ SELECT \(Self.columns) FROM rights_requests
            WHERE town_id = \(scope.town) AND reference = \(reference)
            """
        ).first
    }

    /// Without an answer, the most pressing first.
    public func open() throws -> [RightsRequest] {
        try list(
            """
            /* RightsRequests.open */ SELECT \(Self.columns) FROM rights_requests
            WHERE town_id = \(scope.town) AND answered_at IS NULL ORDER BY due_at, id LIMIT 500
            """)
    }

    /// The last that were answered.
    public func answered(atMost count: Int) throws -> [RightsRequest] {
        try list(
            """
            /* RightsRequests.answered */ SELECT \(Self.columns) FROM rights_requests
            WHERE town_id = \(scope.town) AND answered_at IS NOT NULL ORDER BY answered_at DESC, id DESC LIMIT \(count)
            """)
    }

    /// How many are due before a moment, and how many of those before another.
    public func counts(dueBefore limit: Moment, overdueAt now: Moment) throws -> (soon: Int, overdue: Int) {
        var counts = (soon: 0, overdue: 0)
        try scope.sql.run(
            """
            /* RightsRequests.counts */ SELECT count(*), count(*) FILTER (WHERE due_at < \(now)) FROM rights_requests
            WHERE town_id = \(scope.town) AND answered_at IS NULL AND due_at < \(limit)
            """
        ) { counts = (try $0.next(), try $0.next()) }
        return counts
    }

    private func list(_ query: SQL) throws -> [RightsRequest] {
        var requests: [RightsRequest] = []
        try scope.sql.run(query) { requests.append(try RightsRequest(row: &$0, sealer: sealer)) }
        return requests
    }
}
