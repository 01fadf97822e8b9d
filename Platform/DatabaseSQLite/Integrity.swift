import Database

extension SQLiteDatabase {
    /// SQLite's own check of the file and of its foreign keys; empty when all is well. For `doctor`.
    public func integrityProblems() async throws -> [String] {
        try await read { transaction in
            let pages: [String] = try transaction.values("PRAGMA integrity_check(20)")
            var problems = pages.filter { $0 != "ok" }
            try transaction.run("PRAGMA foreign_key_check") { row in
                let table: String? = try row.next()
                problems.append("foreign key broken in \(table ?? "?")")
            }
            return problems
        }
    }
}
