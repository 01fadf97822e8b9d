import Database
import Domain

/// What was done in somebody's name; only appended to.
public struct MandateActs {
    private let scope: TownTransaction

    public init(_ scope: TownTransaction) { self.scope = scope }

    public func insert(_ act: MandateAct) throws {
        try scope.sql.run(
            """
            /* MandateActs.insert */ INSERT INTO mandate_acts (town_id, id, mandate_id, deed, actor_id, request_id, at)
            VALUES (\(scope.town), \(act.id), \(act.mandate), \(act.deed), \(act.actor), \(act.request), \(act.at))
            """)
    }

    /// Newest first.
    public func of(_ mandate: ID<Mandate>, limit: Int = 500) throws -> [MandateAct] {
        try list(
            """
            /* MandateActs.of */ SELECT id, mandate_id, deed, actor_id, request_id, at FROM mandate_acts
            WHERE town_id = \(scope.town) AND mandate_id = \(mandate) ORDER BY at DESC, id DESC LIMIT \(limit)
            """)
    }

    /// By one person, oldest first.
    public func by(_ person: ID<Person>) throws -> [MandateAct] {
        try list(
            """
            /* MandateActs.by */ SELECT id, mandate_id, deed, actor_id, request_id, at FROM mandate_acts
            WHERE town_id = \(scope.town) AND actor_id = \(person) ORDER BY at, id
            """)
    }

    private func list(_ query: SQL) throws -> [MandateAct] {
        var acts: [MandateAct] = []
        try scope.sql.run(query) { row in
            acts.append(
                MandateAct(
                    id: try row.next(), mandate: try row.next(), deed: try row.next(), actor: try row.next(), request: try row.next(),
                    at: try row.next()))
        }
        return acts
    }
}
