import Database
import Domain
import Secrets

/// The organisations of a town; the address they are written to is sealed.
public struct Organisations {
    private static let columns: SQL =
        "id, kind, name, email, language, owner_id, is_whole_town, takes_all, is_active, created_at, last_asked_at, stopped_at"
    private let scope: TownTransaction
    private let sealer: Sealer

    public init(_ scope: TownTransaction) throws {
        self.scope = scope
        sealer = try scope.sealer(.people)
    }

    /// By kind and name, those that were stopped last.
    public func all() throws -> [Organisation] {
        try list(
            """
            /* Organisations.all */ SELECT \(Self.columns) FROM organisations
            WHERE town_id = \(scope.town) ORDER BY is_active DESC, kind, name, id
            """)
    }

    public func active() throws -> [Organisation] {
        try list(
            """
            /* Organisations.active */ SELECT \(Self.columns) FROM organisations
            WHERE town_id = \(scope.town) AND is_active = 1 ORDER BY kind, name, id
            """)
    }

    public func find(_ id: ID<Organisation>) throws -> Organisation? {
        try list("/* Organisations.find */ SELECT \(Self.columns) FROM organisations WHERE town_id = \(scope.town) AND id = \(id)").first
    }

    /// The one that accepted what this match is about.
    public func accepting(_ match: ID<Match>) throws -> Organisation? {
        try list(
            """
            /* Organisations.accepting */ SELECT \(Self.columns) FROM organisations WHERE town_id = \(scope.town)
              AND id = (SELECT organisation_id FROM organisation_asks WHERE town_id = \(scope.town) AND match_id = \(match))
            """
        ).first
    }

    public func owned(by person: ID<Person>) throws -> [Organisation] {
        try list(
            """
            /* Organisations.owned */ SELECT \(Self.columns) FROM organisations
            WHERE town_id = \(scope.town) AND owner_id = \(person) ORDER BY name, id
            """)
    }

    /// How many requests each has accepted that are not over.
    public func held() throws -> [ID<Organisation>: Int] {
        var held: [ID<Organisation>: Int] = [:]
        try scope.sql.run(
            """
            /* Organisations.held */ SELECT a.organisation_id, count(*) FROM organisation_asks a
            JOIN matches m ON m.town_id = a.town_id AND m.id = a.match_id AND m.status = 'active'
            WHERE a.town_id = \(scope.town) GROUP BY a.organisation_id
            """
        ) { held[try $0.next()] = try $0.next() }
        return held
    }

    /// Stores the whole of it, where it serves and what it takes included.
    public func save(_ organisation: Organisation) throws {
        let values: [any Bindable] = [
            scope.town, organisation.id, organisation.kind, organisation.name,
            try sealer.seal(organisation.email.text, "organisations", "email", organisation.id.bytes), organisation.language,
            organisation.owner, organisation.zone == nil, organisation.categories == nil, organisation.isActive, organisation.createdAt,
            organisation.lastAskedAt, organisation.stoppedAt,
        ]
        try scope.sql.run(
            """
            /* Organisations.save */ INSERT INTO organisations (town_id, \(Self.columns)) VALUES \(row: values)
            ON CONFLICT (town_id, id) DO UPDATE SET kind = excluded.kind, name = excluded.name, email = excluded.email,
              language = excluded.language, owner_id = excluded.owner_id, is_whole_town = excluded.is_whole_town,
              takes_all = excluded.takes_all, is_active = excluded.is_active, stopped_at = excluded.stopped_at
            """)
        try scope.sql.run(
            "/* Organisations.zone */ DELETE FROM organisation_zones WHERE town_id = \(scope.town) AND organisation_id = \(organisation.id)"
        )
        for place in organisation.zone ?? [] {
            try scope.sql.run(
                """
                /* Organisations.zone */ INSERT INTO organisation_zones (town_id, organisation_id, neighbourhood_id)
                VALUES (\(scope.town), \(organisation.id), \(place))
                """)
        }
        try scope.sql.run(
            """
            /* Organisations.takes */ DELETE FROM organisation_categories
            WHERE town_id = \(scope.town) AND organisation_id = \(organisation.id)
            """)
        for category in organisation.categories ?? [] {
            try scope.sql.run(
                """
                /* Organisations.takes */ INSERT INTO organisation_categories (town_id, organisation_id, category_id)
                VALUES (\(scope.town), \(organisation.id), \(category))
                """)
        }
    }

    /// For the turn of the next request.
    public func markAsked(_ id: ID<Organisation>, now: Moment) throws {
        try scope.sql.run(
            "/* Organisations.markAsked */ UPDATE organisations SET last_asked_at = \(now) WHERE town_id = \(scope.town) AND id = \(id)")
    }

    private func list(_ query: SQL) throws -> [Organisation] {
        var rows: [(organisation: Organisation, isWhole: Bool, takesAll: Bool)] = []
        try scope.sql.run(query) { rows.append(try row(&$0)) }
        return try rows.map { row in
            var organisation = row.organisation
            if !row.isWhole { organisation.zone = try chosen("neighbourhood_id", "organisation_zones", organisation.id) }
            if !row.takesAll { organisation.categories = try chosen("category_id", "organisation_categories", organisation.id) }
            return organisation
        }
    }

    private func chosen<Thing>(
        _ column: StaticString, _ table: StaticString, _ organisation: ID<Organisation>
    ) throws -> Set<ID<Thing>> {
        Set(
            try scope.sql.values(
                """
                /* Organisations.chosen */ SELECT \(SQL(name: column)) FROM \(SQL(name: table))
                WHERE town_id = \(scope.town) AND organisation_id = \(organisation)
                """) as [ID<Thing>])
    }

    private func row(_ row: inout Row) throws -> (Organisation, Bool, Bool) {
        let (id, kind, name): (ID<Organisation>, Organisation.Kind, String) = (try row.next(), try row.next(), try row.next())
        let email = try sealer.open(try row.next() as [UInt8]?, "organisations", "email", id.bytes).flatMap(EmailAddress.init)
        guard let email else { throw DatabaseError(.unexpectedValue, "an organisation without an address") }
        let (language, owner): (String, ID<Person>) = (try row.next(), try row.next())
        let (isWhole, takesAll, isActive): (Bool, Bool, Bool) = (try row.next(), try row.next(), try row.next())
        var organisation = Organisation(
            id: id, kind: kind, name: name, email: email, language: language, owner: owner, createdAt: try row.next())
        organisation.isActive = isActive
        organisation.lastAskedAt = try row.next()
        organisation.stoppedAt = try row.next()
        return (organisation, isWhole, takesAll)
    }
}
