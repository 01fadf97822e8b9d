import Database

/// A table with rows of towns, as the schema has it: none can be forgotten by an export or an erasure.
public struct TownTable: Sendable {
    enum Kind: Sendable { case integer, real, text, bytes }

    struct Column: Sendable {
        var name: String
        var kind: Kind
    }

    public let name: String
    /// The column that says whose a row is.
    let town: SQL
    let columns: [Column]

    /// Those that bear a town's number; whoever points to another comes before it. What only finds people goes with them, and is no content.
    public static func all(_ sql: any Transaction) throws -> [TownTable] {
        let tables = try names(sql).filter { $0 != CallerIndex.table }.map {
            TownTable(name: $0, town: "town_id", columns: try columns(of: $0, sql))
        }
        let bearing = tables.filter { $0.columns.contains { $0.name == "town_id" } }
        let links = try links(sql)
        let order = childrenFirst(bearing.map(\.name), links)
        return order.compactMap { name in bearing.first { $0.name == name } }
    }

    /// The table of the towns themselves.
    static func towns(_ sql: any Transaction) throws -> TownTable {
        TownTable(name: "towns", town: "id", columns: try columns(of: "towns", sql))
    }

    private static func names(_ sql: any Transaction) throws -> [String] {
        try sql.values(
            """
            /* TownTable.names */ SELECT name FROM
            \(sqlite: "sqlite_schema WHERE type = 'table'",
              postgres: "(SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema()) tables")
            ORDER BY name
            """)
    }

    private static func columns(of table: String, _ sql: any Transaction) throws -> [Column] {
        var columns: [Column] = []
        try sql.run(
            """
            /* TownTable.columns */ SELECT name, type FROM
            \(sqlite: "(SELECT name, type, cid AS place, 1 AS one FROM pragma_table_info(", postgres: "(SELECT column_name AS name, data_type AS type, ordinal_position AS place FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = (")\(table)))
              fields ORDER BY place
            """
        ) { row in
            let (name, type): (String, String) = (try row.next(), try row.next())
            columns.append(Column(name: name, kind: kind(type)))
        }
        return columns
    }

    private static func kind(_ type: String) -> Kind {
        switch type.lowercased() {
        case "integer", "bigint": .integer
        case "real", "double precision": .real
        case "blob", "bytea": .bytes
        default: .text
        }
    }

    private static func links(_ sql: any Transaction) throws -> [(child: String, parent: String)] {
        var links: [(String, String)] = []
        try sql.run(
            """
            /* TownTable.links */ SELECT child, parent FROM
            \(sqlite: """
                (SELECT tables.name AS child, keys."table" AS parent FROM sqlite_schema tables
                 JOIN pragma_foreign_key_list(tables.name) keys WHERE tables.type = 'table')
                """,
              postgres: """
                (SELECT child.relname AS child, parent.relname AS parent FROM pg_constraint
                 JOIN pg_class child ON child.oid = conrelid JOIN pg_class parent ON parent.oid = confrelid
                 WHERE contype = 'f' AND connamespace = current_schema()::regnamespace)
                """) keys
            """
        ) { links.append((try $0.next(), try $0.next())) }
        return links
    }

    private static func childrenFirst(_ names: [String], _ links: [(child: String, parent: String)]) -> [String] {
        var left = Set(names)
        var order: [String] = []
        while !left.isEmpty {
            let free = left.filter { name in !links.contains { $0.parent == name && $0.child != name && left.contains($0.child) } }
            order += (free.isEmpty ? left : free).sorted()
            left.subtract(order)
        }
        return order
    }
}
