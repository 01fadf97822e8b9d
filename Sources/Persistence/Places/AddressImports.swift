import Database
import Domain

/// How far the address file of a town has come in. Public data, of no person.
public struct AddressImports {
    /// One file being brought in, or the base in use.
    public struct Generation: Sendable, Equatable {
        public var number: Int
        public var digest: [UInt8]
        /// Up to here everything is in.
        public var offset: Int
        public var line: Int
        public var accepted: Int
        public var refused: Int

        public init(number: Int, digest: [UInt8], offset: Int = 0, line: Int = 1, accepted: Int = 0, refused: Int = 0) {
            self.number = number
            self.digest = digest
            self.offset = offset
            self.line = line
            self.accepted = accepted
            self.refused = refused
        }
    }

    private static let columns: SQL = "generation, digest, byte_offset, line, accepted, refused"
    private let sql: any Transaction
    private let town: Int

    public init(_ scope: TownTransaction) {
        sql = scope.sql
        town = scope.town
    }

    /// The base that searches read.
    public func current() throws -> Generation? {
        try first(
            """
            /* AddressImports.current */ SELECT \(Self.columns) FROM address_imports
            WHERE town_id = \(town) AND finished_at IS NOT NULL ORDER BY generation DESC LIMIT 1
            """)
    }

    /// An import that was cut short.
    public func unfinished() throws -> Generation? {
        try first(
            """
            /* AddressImports.unfinished */ SELECT \(Self.columns) FROM address_imports
            WHERE town_id = \(town) AND finished_at IS NULL ORDER BY generation DESC LIMIT 1
            """)
    }

    public func begin(_ digest: [UInt8], now: Moment) throws -> Generation {
        let last: Int? = try sql.value("/* AddressImports.begin */ SELECT max(generation) FROM address_imports WHERE town_id = \(town)")
        let generation = Generation(number: (last ?? 0) + 1, digest: digest)
        try sql.run(
            """
            /* AddressImports.begin */ INSERT INTO address_imports (town_id, \(Self.columns), started_at)
            VALUES (\(town), \(generation.number), \(digest), 0, 1, 0, 0, \(now))
            """)
        return generation
    }

    /// Notes how far it came, in the transaction that stored the streets up to there.
    /// - Returns: false when another process took it further meanwhile: nothing of this transaction may stay.
    public func advance(_ generation: Generation, from offset: Int) throws -> Bool {
        try sql.run(
            """
            /* AddressImports.advance */ UPDATE address_imports SET byte_offset = \(generation.offset), line = \(generation.line),
              accepted = \(generation.accepted), refused = \(generation.refused)
            WHERE town_id = \(town) AND generation = \(generation.number) AND byte_offset = \(offset) AND finished_at IS NULL
            """) == 1
    }

    /// Puts the generation in the place of the one in use, and clears all others away.
    public func finish(_ generation: Int, now: Moment) throws {
        try sql.run(
            """
            /* AddressImports.finish */ UPDATE address_imports SET finished_at = \(now)
            WHERE town_id = \(town) AND generation = \(generation)
            """)
        try discard { "generation <> \(generation)" }
    }

    /// Forgets a file that will not be brought to its end.
    public func abandon(_ generation: Int) throws { try discard { "generation = \(generation)" } }

    private func discard(_ which: () -> SQL) throws {
        try sql.run("/* AddressImports.discard */ DELETE FROM address_streets WHERE town_id = \(town) AND \(which())")
        try sql.run("/* AddressImports.discard */ DELETE FROM address_imports WHERE town_id = \(town) AND \(which())")
    }

    private func first(_ query: SQL) throws -> Generation? {
        var generation: Generation?
        try sql.run(query) { row in
            generation = Generation(
                number: try row.next(), digest: try row.next(), offset: try row.next(), line: try row.next(), accepted: try row.next(),
                refused: try row.next())
        }
        return generation
    }
}
