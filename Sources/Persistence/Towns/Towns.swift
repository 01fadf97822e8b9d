import Database
import Domain

/// All towns of the instance: the one table that is read without a town.
public struct Towns {
    private let sql: any Transaction

    public init(_ transaction: any Transaction) { sql = transaction }

    public func all() throws -> [Town] {
        var towns: [Town] = []
        try sql.run("/* Towns.all */ SELECT id, slug, name, insee, parent_id, host, settings, created_at FROM towns ORDER BY id") {
            towns.append(try Town(row: &$0))
        }
        return towns
    }

    /// Stores a new town under the next free number and answers it.
    public func insert(
        slug: String, name: String, insee: String?, parent: Int?, host: String?, settings: TownSettings, now: Moment
    ) throws -> Town {
        let last: Int? = try sql.value("/* Towns.insert */ SELECT max(id) FROM towns")
        let town = Town(
            id: (last ?? 0) + 1, slug: slug, name: name, insee: insee, parent: parent, host: host, settings: settings, createdAt: now)
        try sql.run(
            """
            /* Towns.insert */ INSERT INTO towns (id, slug, name, insee, parent_id, host, settings, created_at)
            VALUES (\(town.id), \(slug), \(name), \(insee), \(parent), \(host), \(try JSONColumn.write(settings)), \(now))
            """)
        return town
    }

    public func save(_ town: Town) throws {
        try sql.run(
            """
            /* Towns.save */ UPDATE towns SET name = \(town.name), host = \(town.host), settings = \(try JSONColumn.write(town.settings))
            WHERE id = \(town.id)
            """)
    }
}

extension Town {
    fileprivate init(row: inout Row) throws {
        self.init(
            id: try row.next(), slug: try row.next(), name: try row.next(), insee: try row.next(), parent: try row.next(),
            host: try row.next(), settings: try JSONColumn.read(try row.next()), createdAt: try row.next())
    }
}
