extension Migrator {
    /// Applied migrations whose text is not what this binary holds under their name: a frozen step was edited. Empty when all is well.
    public func altered(in database: any Database) async throws -> [String] {
        let known = Dictionary(uniqueKeysWithValues: migrations.map { ($0.name, $0.checksum) })
        return try await database.read { transaction in
            var altered: [String] = []
            try transaction.run("/* Migrator.altered */ SELECT name, checksum FROM schema_migrations ORDER BY name") { row in
                let name: String = try row.next()
                let checksum: Int64 = try row.next()
                if let ours = known[name], ours != checksum { altered.append(name) }
            }
            return altered
        }
    }
}
