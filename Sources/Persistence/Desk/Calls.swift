import Database
import Domain
import Secrets

/// The calls of the phone desk; number and draft lie sealed.
public struct Calls {
    private static let columns: SQL = """
        id, begun_at, begun_by, holder_id, saved_at, version, phone, caller_id, draft, notice_read_at, state, ending, ended_at
        """
    private let scope: TownTransaction
    private let sealer: Sealer

    public init(_ scope: TownTransaction) throws {
        self.scope = scope
        sealer = try scope.sealer(.people)
    }

    public func find(_ id: ID<Call>) throws -> Call? {
        try list("/* Calls.find */ SELECT \(Self.columns) FROM calls WHERE town_id = \(scope.town) AND id = \(id)").first
    }

    /// Those that have not ended, the last one touched first.
    public func open() throws -> [Call] {
        try list(
            """
            /* Calls.open */ SELECT \(Self.columns) FROM calls
            WHERE town_id = \(scope.town) AND state <> 'ended' ORDER BY saved_at DESC, id DESC LIMIT 200
            """)
    }

    /// Of somebody the town knows, oldest first.
    public func of(caller: ID<Person>) throws -> [Call] {
        try list(
            """
            /* Calls.ofCaller */ SELECT \(Self.columns) FROM calls
            WHERE town_id = \(scope.town) AND caller_id = \(caller) ORDER BY begun_at, id
            """)
    }

    public func insert(_ call: Call) throws {
        let row = call.id.bytes
        try scope.sql.run(
            """
            /* Calls.insert */ INSERT INTO calls (town_id, id, begun_at, begun_by, holder_id, saved_at, version, phone, phone_index, caller_id,
              draft, notice_read_at, state, ending, ended_at)
            VALUES (\(scope.town), \(call.id), \(call.begunAt), \(call.begunBy), \(call.holder), \(call.savedAt), \(call.version),
              \(try sealer.seal(call.phone?.text, "calls", "phone", row)), \(try index(of: call.phone)), \(call.caller),
              \(try draft(of: call)), \(call.noticeReadAt), \(call.state), \(call.ending), \(call.endedAt))
            """)
    }

    public func save(_ call: Call) throws {
        let row = call.id.bytes
        try scope.sql.run(
            """
            /* Calls.save */ UPDATE calls SET holder_id = \(call.holder), saved_at = \(call.savedAt), version = \(call.version),
              phone = \(try sealer.seal(call.phone?.text, "calls", "phone", row)), phone_index = \(try index(of: call.phone)),
              caller_id = \(call.caller), draft = \(try draft(of: call)), notice_read_at = \(call.noticeReadAt), state = \(call.state),
              ending = \(call.ending), ended_at = \(call.endedAt)
            WHERE town_id = \(scope.town) AND id = \(call.id)
            """)
    }

    /// Calls that nobody went on with end, and what was typed in them goes.
    public func dropUnfinished(before moment: Moment, now: Moment) throws {
        try scope.sql.run(
            """
            /* Calls.dropUnfinished */ UPDATE calls SET state = 'ended', ending = 'abandoned', ended_at = \(now), version = version + 1,
              phone = NULL, phone_index = NULL, draft = NULL
            WHERE town_id = \(scope.town) AND state <> 'ended' AND saved_at < \(moment)
            """)
    }

    /// When and how long the desk spoke is counted; to whom is forgotten, and which agent held the call.
    public func forget(_ person: ID<Person>) throws {
        try scope.sql.run(
            """
            /* Calls.forget */ UPDATE calls SET phone = NULL, phone_index = NULL, draft = NULL, caller_id = NULL
            WHERE town_id = \(scope.town) AND (caller_id = \(person) OR id IN (\(CallRequests.calls(about: person, in: scope.town))))
            """)
        if let phone = try People(scope).find(person)?.phone {
            try scope.sql.run(
                """
                /* Calls.forgetNumber */ UPDATE calls SET phone = NULL, phone_index = NULL
                WHERE town_id = \(scope.town) AND caller_id IS NULL AND state = 'ended'
                  AND phone_index IN \(list: sealer.blindIndexes(phone.text, field: "phone"))
                """)
        }
        for column: SQL in ["begun_by", "holder_id"] {
            try scope.sql.run(
                """
                /* Calls.forgetAgent */ UPDATE calls SET \(column) = \(Person.nobody.id)
                WHERE town_id = \(scope.town) AND \(column) = \(person)
                """)
        }
    }

    private func draft(of call: Call) throws -> [UInt8]? {
        guard call.state != .ended else { return nil }
        return try sealer.seal(try JSONColumn.write(call.draft), table: "calls", column: "draft", row: call.id.bytes)
    }

    private func index(of phone: PhoneNumber?) throws -> [UInt8]? { try phone.map { try People(scope).index(of: $0) } }

    private func list(_ query: SQL) throws -> [Call] {
        var calls: [Call] = []
        try scope.sql.run(query) { calls.append(try Call(row: &$0, sealer: sealer)) }
        return calls
    }
}

extension Call {
    fileprivate init(row: inout Row, sealer: Sealer) throws {
        let id: ID<Call> = try row.next()
        let begunAt: Moment = try row.next()
        self.init(id: id, by: try row.next(), now: begunAt)
        (holder, savedAt, version) = (try row.next(), try row.next(), try row.next())
        phone = try sealer.open(try row.next() as [UInt8]?, "calls", "phone", id.bytes).flatMap(PhoneNumber.init)
        caller = try row.next()
        draft = try sealer.open(try row.next() as [UInt8]?, "calls", "draft", id.bytes).map { try JSONColumn.read($0) } ?? [:]
        (noticeReadAt, state, ending, endedAt) = (try row.next(), try row.next(), try row.next(), try row.next())
    }
}
