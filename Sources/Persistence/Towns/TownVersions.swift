import Database

/// Counters that tell caches, in this process and in others, that a town's settings or its public lists changed.
public struct TownVersions {
    public struct Version: Sendable, Equatable {
        public var settings: Int64
        /// Rises with either of the next two.
        public var listings: Int64
        public var needs: Int64
        public var offers: Int64

        public init(settings: Int64 = 0, listings: Int64 = 0, needs: Int64 = 0, offers: Int64 = 0) {
            self.settings = settings
            self.listings = listings
            self.needs = needs
            self.offers = offers
        }

        /// A change of these lists.
        public mutating func rise(_ lists: PublicLists) {
            listings += 1
            if lists.contains(.needs) { needs += 1 }
            if lists.contains(.offers) { offers += 1 }
        }
    }

    private let sql: any Transaction

    public init(_ transaction: any Transaction) { sql = transaction }

    public func all() throws -> [Int: Version] {
        var versions: [Int: Version] = [:]
        try sql.run("/* TownVersions.all */ SELECT town_id, settings, listings, needs, offers FROM town_versions") { row in
            let town: Int = try row.next()
            versions[town] = Version(
                settings: try row.next(), listings: try row.next(), needs: try row.next(), offers: try row.next())
        }
        return versions
    }

    public func raiseSettings(of town: Int) throws {
        try sql.run(
            """
            /* TownVersions.raiseSettings */ INSERT INTO town_versions (town_id, settings, listings, needs, offers)
            VALUES (\(town), 1, 1, 1, 1)
            ON CONFLICT (town_id) DO UPDATE SET settings = town_versions.settings + 1, listings = town_versions.listings + 1,
              needs = town_versions.needs + 1, offers = town_versions.offers + 1
            """)
    }

    public func raiseListings(_ lists: PublicLists = true, of town: Int) throws {
        try sql.run(
            """
            /* TownVersions.raiseListings */ UPDATE town_versions SET listings = listings + 1,
              needs = needs + \(lists.contains(.needs) ? 1 : 0), offers = offers + \(lists.contains(.offers) ? 1 : 0)
            WHERE town_id = \(town)
            """)
    }
}
