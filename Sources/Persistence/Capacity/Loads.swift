import Database
import Domain

/// The loads of a town, as they were measured last.
public struct Loads {
    private static let columns: SQL = "category_id, place, open, matched, expected, helpers, needed, allowed"
    private let scope: TownTransaction

    public init(_ scope: TownTransaction) { self.scope = scope }

    public func all() throws -> [Load] {
        try list("/* Loads.all */ SELECT \(Self.columns) FROM loads WHERE town_id = \(scope.town) ORDER BY category_id, place")
    }

    /// Those of one quartier, or of « somewhere in town ».
    public func of(_ neighbourhood: ID<Neighbourhood>?) throws -> [Load] {
        try list(
            """
            /* Loads.of */ SELECT \(Self.columns) FROM loads
            WHERE town_id = \(scope.town) AND place = \(neighbourhood?.bytes ?? []) ORDER BY category_id
            """)
    }

    /// Nil before the first measure.
    public func measuredAt() throws -> Moment? {
        try scope.sql.value("/* Loads.measuredAt */ SELECT max(measured_at) FROM loads WHERE town_id = \(scope.town)")
    }

    /// Puts a measure in the place of the last one.
    public func replace(by loads: [Load], at now: Moment) throws {
        try scope.sql.run("/* Loads.clear */ DELETE FROM loads WHERE town_id = \(scope.town)")
        for load in loads {
            try scope.sql.run(
                """
                /* Loads.insert */ INSERT INTO loads (town_id, \(Self.columns), measured_at)
                VALUES (\(scope.town), \(load.cell.category), \(load.cell.neighbourhood?.bytes ?? []), \(load.work.open),
                        \(load.work.matched), \(load.work.expected), \(load.helpers), \(load.needed), \(load.allowed), \(now))
                """)
        }
    }

    private func list(_ query: SQL) throws -> [Load] {
        var loads: [Load] = []
        try scope.sql.run(query) { row in
            let category: ID<Category> = try row.next()
            let place: [UInt8] = try row.next()
            let work = LoadWork(open: try row.next(), matched: try row.next(), expected: try row.next())
            loads.append(
                Load(
                    cell: LoadCell(category, ID(bytes: place)), work: work, helpers: try row.next(), needed: try row.next(),
                    allowed: try row.next()))
        }
        return loads
    }
}
