import Database
import Domain

/// Whom dispatchers rang about which request. The schema allows one call at a time to one helper.
public struct DispatchCalls {
    private static let columns: SQL = "id, request_id, helper_id, caller_id, begun_at, result, ended_at, again_at"
    private let scope: TownTransaction

    public init(_ scope: TownTransaction) { self.scope = scope }

    public func insert(_ call: DispatchCall) throws {
        let values: [any Bindable] = [
            scope.town, call.id, call.request, call.helper, call.caller, call.begunAt, call.result, call.endedAt, call.againAt,
        ]
        try scope.sql.run("/* DispatchCalls.insert */ INSERT INTO dispatch_calls (town_id, \(Self.columns)) VALUES \(row: values)")
    }

    public func save(_ call: DispatchCall) throws {
        try scope.sql.run(
            """
            /* DispatchCalls.save */ UPDATE dispatch_calls SET result = \(call.result), ended_at = \(call.endedAt), again_at = \(call.againAt)
            WHERE town_id = \(scope.town) AND id = \(call.id)
            """)
    }

    public func find(_ id: ID<DispatchCall>) throws -> DispatchCall? {
        try list("/* DispatchCalls.find */ SELECT \(Self.columns) FROM dispatch_calls WHERE town_id = \(scope.town) AND id = \(id)").first
    }

    /// Oldest first.
    public func about(_ request: ID<HelpRequest>) throws -> [DispatchCall] {
        try list(
            """
            /* DispatchCalls.about */ SELECT \(Self.columns) FROM dispatch_calls
            WHERE town_id = \(scope.town) AND request_id = \(request) ORDER BY begun_at, id
            """)
    }

    /// Oldest first.
    public func of(helper: ID<Person>) throws -> [DispatchCall] {
        try list(
            """
            /* DispatchCalls.ofHelper */ SELECT \(Self.columns) FROM dispatch_calls
            WHERE town_id = \(scope.town) AND helper_id = \(helper) ORDER BY begun_at, id
            """)
    }

    /// The call to each of these helpers of which nobody has said what came of it.
    public func open(to helpers: [ID<Person>]) throws -> [DispatchCall] {
        try list(
            """
            /* DispatchCalls.open */ SELECT \(Self.columns) FROM dispatch_calls
            WHERE town_id = \(scope.town) AND helper_id IN \(list: helpers) AND result IS NULL
            """)
    }

    /// Which agent rang is forgotten; that somebody did stays the helper's.
    func forgetCaller(_ person: ID<Person>) throws {
        try scope.sql.run(
            """
            /* DispatchCalls.forgetCaller */ UPDATE dispatch_calls SET caller_id = \(Person.nobody.id)
            WHERE town_id = \(scope.town) AND caller_id = \(person)
            """)
    }

    private func list(_ query: SQL) throws -> [DispatchCall] {
        var calls: [DispatchCall] = []
        try scope.sql.run(query) { row in
            var call = DispatchCall(
                id: try row.next(), request: try row.next(), helper: try row.next(), caller: try row.next(), begunAt: try row.next())
            (call.result, call.endedAt, call.againAt) = (try row.next(), try row.next(), try row.next())
            calls.append(call)
        }
        return calls
    }
}
