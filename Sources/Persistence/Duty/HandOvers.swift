import Database
import Domain
import Secrets

/// What one shift handed to the next; the word for the next one lies sealed.
public struct HandOvers {
    private static let columns: SQL = """
        id, duty_id, giver_id, taker_id, at, note, is_automatic, calls, requests, promises, read_at, read_by
        """
    private let scope: TownTransaction
    private let sealer: Sealer

    public init(_ scope: TownTransaction) throws {
        self.scope = scope
        sealer = try scope.sealer(.requests)
    }

    public func find(_ id: ID<HandOver>) throws -> HandOver? {
        try list("/* HandOvers.find */ SELECT \(Self.columns) FROM hand_overs WHERE town_id = \(scope.town) AND id = \(id)").first
    }

    public func of(_ duty: ID<Duty>) throws -> HandOver? {
        try list("/* HandOvers.of */ SELECT \(Self.columns) FROM hand_overs WHERE town_id = \(scope.town) AND duty_id = \(duty)").first
    }

    /// Those that nobody has read, the newest first.
    public func unread(since moment: Moment) throws -> [HandOver] {
        try list(
            """
            /* HandOvers.unread */ SELECT \(Self.columns) FROM hand_overs
            WHERE town_id = \(scope.town) AND read_at IS NULL AND at >= \(moment) ORDER BY at DESC, id LIMIT 20
            """)
    }

    public func by(_ giver: ID<Person>) throws -> [HandOver] {
        try list(
            """
            /* HandOvers.by */ SELECT \(Self.columns) FROM hand_overs
            WHERE town_id = \(scope.town) AND giver_id = \(giver) ORDER BY at, id
            """)
    }

    public func insert(_ one: HandOver) throws {
        try scope.sql.run(
            """
            /* HandOvers.insert */ INSERT INTO hand_overs
              (town_id, id, duty_id, giver_id, taker_id, at, note, is_automatic, calls, requests, promises, read_at, read_by)
            VALUES (\(scope.town), \(one.id), \(one.duty), \(one.giver), \(one.taker), \(one.at),
              \(try sealer.seal(one.note, "hand_overs", "note", one.id.bytes)), \(one.isAutomatic), \(one.carried.calls),
              \(one.carried.requests), \(one.carried.promises), \(one.readAt), \(one.readBy))
            """)
    }

    public func markRead(_ id: ID<HandOver>, by person: ID<Person>, now: Moment) throws {
        try scope.sql.run(
            """
            /* HandOvers.markRead */ UPDATE hand_overs SET read_at = \(now), read_by = \(person)
            WHERE town_id = \(scope.town) AND id = \(id) AND read_at IS NULL
            """)
    }

    /// That something was handed over is kept with the shift, not what was said.
    public func forgetNotes(before moment: Moment) throws {
        try scope.sql.run(
            """
            /* HandOvers.forgetNotes */ UPDATE hand_overs SET note = NULL
            WHERE town_id = \(scope.town) AND note IS NOT NULL AND at < \(moment)
            """)
    }

    public func forget(_ person: ID<Person>) throws {
        try scope.sql.run(
            """
            /* HandOvers.forgetGiver */ UPDATE hand_overs SET giver_id = \(Person.nobody.id), note = NULL
            WHERE town_id = \(scope.town) AND giver_id = \(person)
            """)
        for column: SQL in ["taker_id", "read_by"] {
            try scope.sql.run(
                """
                /* HandOvers.forgetTaker */ UPDATE hand_overs SET \(column) = \(Person.nobody.id)
                WHERE town_id = \(scope.town) AND \(column) = \(person)
                """)
        }
    }

    private func list(_ query: SQL) throws -> [HandOver] {
        var all: [HandOver] = []
        try scope.sql.run(query) { row in
            var one = HandOver(id: try row.next(), duty: try row.next(), giver: try row.next(), taker: try row.next(), at: try row.next())
            one.note = try sealer.open(try row.next() as [UInt8]?, "hand_overs", "note", one.id.bytes)
            one.isAutomatic = try row.next()
            one.carried = HandOver.Carried(calls: try row.next(), requests: try row.next(), promises: try row.next())
            (one.readAt, one.readBy) = (try row.next(), try row.next())
            all.append(one)
        }
        return all
    }
}
