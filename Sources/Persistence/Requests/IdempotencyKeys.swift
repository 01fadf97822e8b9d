import Database
import Domain
import Secrets

/// What was answered to a caller's key, so that a call sent again changes nothing; sealed, because it holds a tracking link.
public struct IdempotencyKeys {
    public struct Answer: Sendable, Equatable {
        /// Hash of the body that was sent with the key.
        public var request: [UInt8]
        public var text: String

        public init(request: [UInt8], text: String) {
            self.request = request
            self.text = text
        }
    }

    private let scope: TownTransaction

    public init(_ scope: TownTransaction) { self.scope = scope }

    public func find(_ hash: [UInt8]) throws -> Answer? {
        let sealer = try scope.sealer(.requests)
        var answer: Answer?
        try scope.sql.run(
            "/* IdempotencyKeys.find */ SELECT request_hash, body FROM idempotency_keys WHERE town_id = \(scope.town) AND key_hash = \(hash)"
        ) { row in
            let request: [UInt8] = try row.next()
            answer = Answer(request: request, text: try sealer.open(try row.next(), table: "idempotency_keys", column: "body", row: hash))
        }
        return answer
    }

    public func insert(_ answer: Answer, hash: [UInt8], now: Moment) throws {
        let body = try scope.sealer(.requests).seal(answer.text, table: "idempotency_keys", column: "body", row: hash)
        try scope.sql.run(
            """
            /* IdempotencyKeys.insert */ INSERT INTO idempotency_keys (town_id, key_hash, request_hash, body, created_at)
            VALUES (\(scope.town), \(hash), \(answer.request), \(body), \(now))
            """)
    }
}
