import Database
import Domain
import TestSupport
import UseCases

extension TestHouse {
    /// `table.column` of every column of the database, on SQLite, that holds this number.
    func columns<Subject>(holding id: ID<Subject>) async throws -> Set<String> {
        try await house.database.read { sql in
            var found: Set<String> = []
            let names: [String] = try sql.values(
                """
                /* columns */ SELECT t.name || '.' || c.name FROM sqlite_master t, pragma_table_info(t.name) c
                WHERE t.type = 'table' AND c.type = 'BLOB'
                """)
            for name in names {
                let parts = name.split(separator: ".").map(String.init)
                let column = SQL(stringLiteral: "SELECT count(*) FROM \(parts[0]) WHERE \(parts[1])")
                let count: Int? = try sql.value("/* columns */ \(column) = \(id)")
                if let count, count > 0 { found.insert(name) }
            }
            return found
        }
    }
}
