import Database
import Domain
import Geography

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

    /// Stores a new town under the next free number, higher than `floor`, and answers it.
    public func insert(
        slug: String, name: String, insee: String?, parent: Int?, host: String?, settings: TownSettings, outline: Region? = nil,
        above floor: Int = 0,
        now: Moment
    ) throws -> Town {
        let last: Int? = try sql.value("/* Towns.insert */ SELECT max(id) FROM towns")
        let town = Town(
            id: max(last ?? 0, floor) + 1, slug: slug, name: name, insee: insee, parent: parent, host: host, settings: settings,
            createdAt: now)
        try sql.run(
            """
            /* Towns.insert */ INSERT INTO towns (id, slug, name, insee, parent_id, host, settings, outline, created_at)
            VALUES (\(town.id), \(slug), \(name), \(insee), \(parent), \(host), \(try JSONColumn.write(settings)),
                    \(outline.map { String(decoding: $0.writeGeoJSON(), as: UTF8.self) }), \(now))
            """)
        return town
    }

    public func find(_ id: Int) throws -> Town? {
        var town: Town?
        try sql.run(
            "/* Towns.find */ SELECT id, slug, name, insee, parent_id, host, settings, created_at FROM towns WHERE id = \(id)"
        ) { town = try Town(row: &$0) }
        return town
    }

    public func isTaken(slug: String) throws -> Bool {
        try sql.value("/* Towns.isTaken */ SELECT id FROM towns WHERE slug = \(slug)") as Int? != nil
    }

    public func isTaken(host: String) throws -> Bool {
        try sql.value("/* Towns.isTaken */ SELECT id FROM towns WHERE host = \(host)") as Int? != nil
    }

    /// The commune's border, when it was given; kept apart, since pages never need it.
    public func outline(of town: Int) throws -> Region? {
        let text: String? = try sql.value("/* Towns.outline */ SELECT outline FROM towns WHERE id = \(town)")
        return try text.map { try Region(geoJSON: Array($0.utf8)) }
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
            host: try row.next(), settings: try JSONColumn.read(try row.next(), over: TownSettings()), createdAt: try row.next())
    }
}
