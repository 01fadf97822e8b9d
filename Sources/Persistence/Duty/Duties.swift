import Database
import Domain

/// The roster of the phone desk.
public struct Duties {
    private static let columns: SQL = "d.id, d.from_at, d.until_at, d.person_id, d.over_caps, d.on_from, d.on_until, d.handed_at"
    private let scope: TownTransaction

    public init(_ scope: TownTransaction) { self.scope = scope }

    public func find(_ id: ID<Duty>) throws -> Duty? {
        try list("/* Duties.find */ SELECT \(Self.columns) FROM duties d WHERE d.town_id = \(scope.town) AND d.id = \(id)").first
    }

    /// Those that lie in this time in part at least, in order.
    public func between(_ from: Moment, _ until: Moment) throws -> [Duty] {
        try list(
            """
            /* Duties.between */ SELECT \(Self.columns) FROM duties d
            WHERE d.town_id = \(scope.town) AND d.from_at > \(from - Duty.longest) AND d.from_at < \(until) AND d.until_at > \(from)
            ORDER BY d.from_at, d.until_at, d.id
            """)
    }

    /// Whoever answers calls at this moment and still may, the one who stays longest first.
    public func on(at now: Moment) throws -> [Duty] {
        try list("/* Duties.on */ SELECT \(Self.columns) FROM \(Self.present(scope.town, now)) ORDER BY d.on_until DESC, d.id")
    }

    /// Duties, called `d`, of people who hold a role by which they may be on duty.
    static func present(_ town: Int, _ now: Moment) -> SQL {
        """
        duties d WHERE d.town_id = \(town) AND d.person_id IS NOT NULL AND d.on_until > \(now) AND d.on_from <= \(now)
          AND EXISTS (SELECT 1 FROM roles o WHERE o.town_id = \(town) AND o.person_id = d.person_id AND o.revoked_at IS NULL
                      AND o.kind IN ('operator', 'referent', 'administrator'))
        """
    }

    /// Over by then, without a hand-over; the oldest first.
    public func unhanded(until moment: Moment) throws -> [Duty] {
        try list(
            """
            /* Duties.unhanded */ SELECT \(Self.columns) FROM duties d
            WHERE d.town_id = \(scope.town) AND d.handed_at IS NULL AND d.person_id IS NOT NULL AND d.until_at <= \(moment)
            ORDER BY d.until_at, d.id LIMIT 100
            """)
    }

    /// Of one person, oldest first.
    public func of(_ person: ID<Person>, since moment: Moment = Moment(milliseconds: 0)) throws -> [Duty] {
        try list(
            """
            /* Duties.of */ SELECT \(Self.columns) FROM duties d
            WHERE d.town_id = \(scope.town) AND d.person_id = \(person) AND d.from_at >= \(moment) ORDER BY d.from_at, d.id
            """)
    }

    public func insert(_ duty: Duty) throws {
        try scope.sql.run(
            """
            /* Duties.insert */ INSERT INTO duties (town_id, id, from_at, until_at, person_id, over_caps, on_from, on_until, handed_at)
            VALUES (\(scope.town), \(duty.id), \(duty.from), \(duty.until), \(duty.person), \(Self.text(duty.over)), \(duty.onFrom),
                    \(duty.onUntil), \(duty.handedAt))
            """)
    }

    public func save(_ duty: Duty) throws {
        try scope.sql.run(
            """
            /* Duties.save */ UPDATE duties SET person_id = \(duty.person), over_caps = \(Self.text(duty.over)), on_from = \(duty.onFrom),
              on_until = \(duty.onUntil), handed_at = \(duty.handedAt)
            WHERE town_id = \(scope.town) AND id = \(duty.id)
            """)
    }

    public func delete(_ id: ID<Duty>) throws {
        try scope.sql.run("/* Duties.delete */ DELETE FROM duties WHERE town_id = \(scope.town) AND id = \(id)")
    }

    /// What has not begun is somebody else's to take.
    public func release(_ person: ID<Person>, from now: Moment) throws {
        try scope.sql.run(
            """
            /* Duties.release */ UPDATE duties SET person_id = NULL, over_caps = ''
            WHERE town_id = \(scope.town) AND person_id = \(person) AND from_at > \(now)
            """)
    }

    /// How the desk was manned is counted; by whom is forgotten.
    public func forget(_ person: ID<Person>, now: Moment) throws {
        try release(person, from: now)
        try scope.sql.run(
            """
            /* Duties.forget */ UPDATE duties SET person_id = \(Person.nobody.id)
            WHERE town_id = \(scope.town) AND person_id = \(person)
            """)
    }

    private static func text(_ over: Set<DutyCaps.Cap>) -> String { over.map(\.rawValue).sorted().joined(separator: ",") }

    private func list(_ query: SQL) throws -> [Duty] {
        var duties: [Duty] = []
        try scope.sql.run(query) { row in
            var duty = Duty(id: try row.next(), from: try row.next(), until: try row.next(), person: try row.next())
            let over: String = try row.next()
            duty.over = Set(over.split(separator: ",").compactMap { DutyCaps.Cap(rawValue: String($0)) })
            (duty.onFrom, duty.onUntil, duty.handedAt) = (try row.next(), try row.next(), try row.next())
            duties.append(duty)
        }
        return duties
    }
}
