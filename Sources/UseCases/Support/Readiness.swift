import Database
import Domain
import JobQueue

/// What a load balancer asks.
public struct Readiness: Sendable {
    public struct Report: Sendable, Encodable {
        public var isReady: Bool
        public var database: String
        public var schema: String
        /// Seconds for which the oldest due job has waited.
        public var oldestJobSeconds: Int?
    }

    private let house: House
    private let migrator: Migrator

    public init(house: House, migrator: Migrator) {
        self.house = house
        self.migrator = migrator
    }

    public func report() async -> Report {
        let now = house.world.now().milliseconds
        do {
            let standing = try await migrator.standing(of: house.database)
            guard standing == .current else { return Report(isReady: false, database: "up", schema: "wrong", oldestJobSeconds: nil) }
            let oldest = try await house.database.read { try Jobs($0).oldestDue(now: now) }
            return Report(isReady: true, database: "up", schema: "current", oldestJobSeconds: oldest.map { Int((now - $0) / 1_000) })
        } catch {
            return Report(isReady: false, database: "down", schema: "unknown", oldestJobSeconds: nil)
        }
    }
}
