import Database

/// Counters that tell caches, in this process and in others, that a town's settings or its public lists changed.
public struct TownVersions {
    public struct Version: Sendable, Equatable {
        public var settings: Int64
        public var listings: Int64

        public init(settings: Int64 = 0, listings: Int64 = 0) {
            self.settings = settings
            self.listings = listings
        }
    }

    private let sql: any Transaction

    public init(_ transaction: any Transaction) { sql = transaction }

    public func all() throws -> [Int: Version] {
        var versions: [Int: Version] = [:]
        try sql.run("/* TownVersions.all */ SELECT town_id, settings, listings FROM town_versions") { row in
            let town: Int = try row.next()
            versions[town] = Version(settings: try row.next(), listings: try row.next())
        }
        return versions
    }

    public func raiseSettings(of town: Int) throws {
        try sql.run(
            """
            /* TownVersions.raiseSettings */ INSERT INTO town_versions (town_id, settings, listings) VALUES (\(town), 1, 1)
            ON CONFLICT (town_id) DO UPDATE SET settings = town_versions.settings + 1, listings = town_versions.listings + 1
            """)
    }

    public func raiseListings(of town: Int) throws {
        try sql.run("/* TownVersions.raiseListings */ UPDATE town_versions SET listings = listings + 1 WHERE town_id = \(town)")
    }
}
