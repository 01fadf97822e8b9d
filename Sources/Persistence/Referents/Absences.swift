import Database
import Domain

/// Holidays of referents.
public struct Absences {
    private let scope: TownTransaction

    public init(_ scope: TownTransaction) { self.scope = scope }

    private static let columns: SQL = "id, person_id, colleague_id, from_at, until_at, said_at, started_at, ended_at"

    /// An absence, called `name` in the query, that holds at this moment.
    static func isOn(_ name: SQL, _ now: Moment) -> SQL {
        "\(name).ended_at IS NULL AND \(name).from_at <= \(now) AND \(name).until_at > \(now)"
    }

    /// Whether the colleague of the absence `a` is a referent who is there.
    static func colleagueStandsIn(_ town: Int, _ now: Moment) -> SQL {
        """
        EXISTS (SELECT 1 FROM roles c WHERE c.town_id = \(town) AND c.person_id = a.colleague_id AND c.kind = 'referent'
                AND c.revoked_at IS NULL)
          AND NOT EXISTS (SELECT 1 FROM absences b WHERE b.town_id = \(town) AND b.person_id = a.colleague_id AND \(isOn("b", now)))
        """
    }

    public func insert(_ absence: Absence) throws {
        try scope.sql.run(
            """
            /* Absences.insert */ INSERT INTO absences (town_id, id, person_id, colleague_id, from_at, until_at, said_at)
            VALUES (\(scope.town), \(absence.id), \(absence.person), \(absence.colleague), \(absence.from), \(absence.until),
                    \(absence.saidAt))
            """)
    }

    public func save(_ absence: Absence) throws {
        try scope.sql.run(
            """
            /* Absences.save */ UPDATE absences SET colleague_id = \(absence.colleague), started_at = \(absence.startedAt),
              ended_at = \(absence.endedAt)
            WHERE town_id = \(scope.town) AND id = \(absence.id)
            """)
    }

    public func find(_ id: ID<Absence>) throws -> Absence? {
        try list("/* Absences.find */ SELECT \(Self.columns) FROM absences WHERE town_id = \(scope.town) AND id = \(id)").first
    }

    /// Those not over, the next first.
    public func open() throws -> [Absence] {
        try list(
            """
            /* Absences.open */ SELECT \(Self.columns) FROM absences
            WHERE town_id = \(scope.town) AND ended_at IS NULL ORDER BY from_at, id LIMIT 1000
            """)
    }

    /// What the calendar has to begin or to end; ends first, so that one may follow another.
    public func due(at now: Moment) throws -> [Absence] {
        try list(
            """
            /* Absences.due */ SELECT \(Self.columns) FROM absences
            WHERE town_id = \(scope.town) AND ended_at IS NULL AND (until_at <= \(now) OR (from_at <= \(now) AND started_at IS NULL))
            ORDER BY until_at, id
            """)
    }

    /// All of one person, as the one who is away or who stands in.
    public func about(_ person: ID<Person>) throws -> [Absence] {
        try list(
            """
            /* Absences.about */ SELECT \(Self.columns) FROM absences
            WHERE town_id = \(scope.town) AND (person_id = \(person) OR colleague_id = \(person)) ORDER BY from_at, id
            """)
    }

    private func list(_ query: SQL) throws -> [Absence] {
        var absences: [Absence] = []
        try scope.sql.run(query) { row in
            var absence = Absence(
                id: try row.next(), person: try row.next(), colleague: try row.next(), from: try row.next(), until: try row.next(),
                saidAt: try row.next())
            absence.startedAt = try row.next()
            absence.endedAt = try row.next()
            absences.append(absence)
        }
        return absences
    }
}
