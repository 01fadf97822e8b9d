import Database
import Domain

/// Who may do what beyond helping and asking.
public struct Roles {
    private let scope: TownTransaction

    public init(_ scope: TownTransaction) { self.scope = scope }

    public func of(_ person: ID<Person>) throws -> [Role] {
        var roles: [Role] = []
        try scope.sql.run(
            """
            /* Roles.of */ SELECT kind, neighbourhood_id FROM roles
            WHERE town_id = \(scope.town) AND person_id = \(person) AND revoked_at IS NULL ORDER BY granted_at
            """
        ) { roles.append(Role(try $0.next(), neighbourhood: try $0.next())) }
        return roles
    }

    public func grant(_ role: Role, to person: ID<Person>, id: ID<Role>, by granter: ID<Person>?, now: Moment) throws {
        try scope.sql.run(
            """
            /* Roles.grant */ INSERT INTO roles (town_id, id, person_id, kind, neighbourhood_id, granted_by, granted_at)
            VALUES (\(scope.town), \(id), \(person), \(role.kind), \(role.neighbourhood), \(granter), \(now))
            """)
    }

    public func revoke(_ id: ID<Role>, now: Moment) throws {
        try scope.sql.run(
            "/* Roles.revoke */ UPDATE roles SET revoked_at = \(now) WHERE town_id = \(scope.town) AND id = \(id) AND revoked_at IS NULL")
    }

    /// The first referent of a quartier, else of the whole town, else whoever is on duty at the desk, else an administrator: whom a request
    /// belongs to (a town always has one).
    ///
    /// Who is away is answered for by the colleague they named, if that is a referent who is there; else the next in line owns it. When
    /// everybody is away it is an administrator all the same.
    public func owner(for neighbourhood: ID<Neighbourhood>?, at now: Moment, besides people: [ID<Person>] = []) throws -> ID<Person>? {
        try first(of: "\(guides(for: neighbourhood, at: now, besides: people)) UNION ALL \(desk(at: now, besides: people))")
    }

    /// As above without the desk: whom people meet, and what lasts longer than a shift.
    public func guide(for neighbourhood: ID<Neighbourhood>?, at now: Moment, besides people: [ID<Person>] = []) throws -> ID<Person>? {
        try first(of: guides(for: neighbourhood, at: now, besides: people))
    }

    private func first(of lines: SQL) throws -> ID<Person>? {
        try scope.sql.value(
            """
            /* Roles.owner */ SELECT coalesce(holder_id, person_id) FROM (\(lines)) line
            ORDER BY CASE WHEN holder_id IS NULL THEN 1 ELSE 0 END, CASE WHEN holder_id IS NULL THEN -step ELSE step END, since, id
            LIMIT 1
            """)
    }

    private func guides(for neighbourhood: ID<Neighbourhood>?, at now: Moment, besides people: [ID<Person>]) -> SQL {
        let others: SQL = people.isEmpty ? "1 = 1" : "r.person_id NOT IN \(list: people)"
        let free: SQL = people.isEmpty ? "1 = 1" : "a.colleague_id NOT IN \(list: people)"
        return """
            SELECT r.id, r.person_id, r.granted_at AS since,
              CASE WHEN r.kind = 'referent' AND r.neighbourhood_id IS NOT NULL THEN 0 WHEN r.kind = 'referent' THEN 1 ELSE 3 END AS step,
              CASE WHEN a.id IS NULL THEN r.person_id
                WHEN \(Absences.colleagueStandsIn(scope.town, now)) AND \(free) THEN a.colleague_id END AS holder_id
            FROM roles r LEFT JOIN absences a ON a.town_id = r.town_id AND a.person_id = r.person_id AND \(Absences.isOn("a", now))
            WHERE r.town_id = \(scope.town) AND r.revoked_at IS NULL AND \(others)
              AND (r.kind = 'administrator'
                OR (r.kind = 'referent' AND (r.neighbourhood_id IS NULL OR r.neighbourhood_id = \(neighbourhood))))
            """
    }

    /// Of several on duty, the one who stays longest.
    private func desk(at now: Moment, besides people: [ID<Person>]) -> SQL {
        let others: SQL = people.isEmpty ? "1 = 1" : "d.person_id NOT IN \(list: people)"
        return """
            SELECT d.id, d.person_id, -d.on_until AS since, 2 AS step, d.person_id AS holder_id
            FROM \(Duties.present(scope.town, now)) AND \(others)
            """
    }

    /// What somebody may do now: their own roles, the quartiers of those for whom they stand in, and the desk while a referent is on duty.
    public func acting(_ person: ID<Person>, at now: Moment) throws -> [Role] {
        var own = try of(person)
        guard own.contains(where: { $0.kind == .referent }) else { return own }
        if !own.contains(where: { $0.kind == .operator }), try Duties(scope).on(at: now).contains(where: { $0.person == person }) {
            own.append(Role(.operator))
        }
        var covered: [Role] = []
        try scope.sql.run(
            """
            /* Roles.acting */ SELECT DISTINCT r.neighbourhood_id FROM absences a
            JOIN roles r ON r.town_id = a.town_id AND r.person_id = a.person_id AND r.kind = 'referent' AND r.revoked_at IS NULL
            WHERE a.town_id = \(scope.town) AND a.colleague_id = \(person) AND \(Absences.isOn("a", now))
            """
        ) { covered.append(Role(.referent, neighbourhood: try $0.next())) }
        return own + covered.filter { !own.contains($0) }
    }
}
