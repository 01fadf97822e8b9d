import Database
import Domain
import Secrets

/// Promises to ring that hang on no request; number, name and words lie sealed.
public struct CallBacks {
    private static let columns: SQL = """
        id, reason, created_at, created_by, phone, caller_id, call_id, name, words, due_at, attempts, last_result, done_at, done_by
        """
    private let scope: TownTransaction
    private let sealer: Sealer

    public init(_ scope: TownTransaction) throws {
        self.scope = scope
        sealer = try scope.sealer(.people)
    }

    public func find(_ id: ID<CallBack>) throws -> CallBack? {
        try list("/* CallBacks.find */ SELECT \(Self.columns) FROM call_backs WHERE town_id = \(scope.town) AND id = \(id)").first
    }

    /// Those that wait, the oldest promise first.
    public func open() throws -> [CallBack] {
        try list(
            """
            /* CallBacks.open */ SELECT \(Self.columns) FROM call_backs
            WHERE town_id = \(scope.town) AND done_at IS NULL ORDER BY due_at, id LIMIT 500
            """)
    }

    /// Those of somebody the town knows that wait.
    public func open(of caller: ID<Person>) throws -> [CallBack] {
        try list(
            """
            /* CallBacks.openOf */ SELECT \(Self.columns) FROM call_backs
            WHERE town_id = \(scope.town) AND caller_id = \(caller) AND done_at IS NULL ORDER BY due_at, id
            """)
    }

    /// Of somebody the town knows, done ones included, oldest first.
    public func of(caller: ID<Person>) throws -> [CallBack] {
        try list(
            """
            /* CallBacks.ofCaller */ SELECT \(Self.columns) FROM call_backs
            WHERE town_id = \(scope.town) AND caller_id = \(caller) ORDER BY created_at, id
            """)
    }

    public func insert(_ promise: CallBack) throws {
        let row = promise.id.bytes
        let values: [any Bindable] = [
            scope.town, promise.id, promise.reason, promise.createdAt, promise.createdBy,
            try sealer.seal(promise.phone.text, "call_backs", "phone", row), promise.caller, promise.call,
            try sealer.seal(promise.name, "call_backs", "name", row), try sealer.seal(promise.words, "call_backs", "words", row),
            promise.dueAt, promise.attempts, promise.lastResult, promise.doneAt, promise.doneBy,
            try People(scope).index(of: promise.phone),
        ]
        try scope.sql.run(
            "/* CallBacks.insert */ INSERT INTO call_backs (town_id, \(Self.columns), phone_index) VALUES \(row: values)")
    }

    /// What came of a call; what was promised stays as it was.
    public func save(_ promise: CallBack) throws {
        try scope.sql.run(
            """
            /* CallBacks.save */ UPDATE call_backs SET due_at = \(promise.dueAt), attempts = \(promise.attempts),
              last_result = \(promise.lastResult), done_at = \(promise.doneAt), done_by = \(promise.doneBy)
            WHERE town_id = \(scope.town) AND id = \(promise.id)
            """)
    }

    /// Whoever is recognised is rung as themselves.
    public func recognise(_ person: ID<Person>, of call: ID<Call>) throws {
        try scope.sql.run(
            """
            /* CallBacks.recognise */ UPDATE call_backs SET caller_id = \(person)
            WHERE town_id = \(scope.town) AND call_id = \(call) AND done_at IS NULL
            """)
    }

    /// The call is over: nobody is rung to go on with it.
    public func settle(of call: ID<Call>, by person: ID<Person>, now: Moment) throws {
        try scope.sql.run(
            """
            /* CallBacks.settle */ UPDATE call_backs SET done_at = \(now), done_by = \(person)
            WHERE town_id = \(scope.town) AND call_id = \(call) AND done_at IS NULL
            """)
    }

    /// What is done, and what nobody reached for so long.
    public func drop(before moment: Moment) throws {
        try scope.sql.run(
            """
            /* CallBacks.drop */ DELETE FROM call_backs
            WHERE town_id = \(scope.town) AND due_at < \(moment) AND (done_at IS NULL OR done_at < \(moment))
            """)
    }

    /// What was promised to them goes; what they promised as an agent stays promised, by nobody.
    public func forget(_ person: ID<Person>) throws {
        if let phone = try People(scope).find(person)?.phone {
            try scope.sql.run(
                """
                /* CallBacks.forgetNumber */ DELETE FROM call_backs
                WHERE town_id = \(scope.town) AND caller_id IS NULL AND phone_index IN \(list: sealer.blindIndexes(phone.text, field: "phone"))
                """)
        }
        try scope.sql.run(
            "/* CallBacks.forget */ DELETE FROM call_backs WHERE town_id = \(scope.town) AND caller_id = \(person)")
        for column: SQL in ["created_by", "done_by"] {
            try scope.sql.run(
                """
                /* CallBacks.forgetAgent */ UPDATE call_backs SET \(column) = \(Person.nobody.id)
                WHERE town_id = \(scope.town) AND \(column) = \(person)
                """)
        }
    }

    private func list(_ query: SQL) throws -> [CallBack] {
        var promises: [CallBack] = []
        try scope.sql.run(query) { promises.append(try read(&$0)) }
        return promises
    }

    private func read(_ row: inout Row) throws -> CallBack {
        let (id, reason): (ID<CallBack>, CallBack.Reason) = (try row.next(), try row.next())
        let (createdAt, createdBy): (Moment, ID<Person>) = (try row.next(), try row.next())
        func text(_ column: StaticString, _ row: inout Row) throws -> String? {
            try sealer.open(try row.next() as [UInt8]?, "call_backs", column, id.bytes)
        }
        guard let phone = try text("phone", &row).flatMap(PhoneNumber.init) else {
            throw DatabaseError(.unexpectedValue, "a promise to ring without a number")
        }
        var promise = CallBack(id: id, reason: reason, phone: phone, by: createdBy, createdAt: createdAt, dueAt: createdAt)
        (promise.caller, promise.call) = (try row.next(), try row.next())
        (promise.name, promise.words) = (try text("name", &row), try text("words", &row))
        (promise.dueAt, promise.attempts, promise.lastResult) = (try row.next(), try row.next(), try row.next())
        (promise.doneAt, promise.doneBy) = (try row.next(), try row.next())
        return promise
    }
}
