import Database
import Domain
import Foundation
import JobQueue
import Localization
import Persistence
import Secrets
import TestSupport
import UseCases

/// A house filled by the demo, at a time that stands still.
struct DemoHouse: Sendable {
    /// A Saturday at 10 in Paris.
    static let now = TestClock.start
    let house: House

    init(on engine: Engine = .sqlite, seed: UInt64 = 7, scale: Double) async throws {
        let plan = DemoPlan(seed: seed, now: Self.now, scale: scale)
        let database = try await engine.open()
        try await Migrator(jobQueueMigrations + houseMigrations).migrate(database, now: Self.now.milliseconds)
        let catalogue = try Catalogue(folder: TestHouse.repository.appending(path: "Locales").path())
        house = House(
            database: database, keys: KeyRing.inMemory(seed: "demo"), world: plan.world, bell: JobBell(), catalogue: catalogue,
            publicURL: "http://entraide.test")
        try await Demo(house, library: Self.library(), plan: plan).fill()
    }

    static func library() throws -> DemoLibrary { try DemoLibrary(folder: TestHouse.repository.appending(path: "Demo")) }

    func count(_ query: SQL) async throws -> Int { try await house.database.read { try $0.value(query) } ?? -1 }

    /// The rows of a grouped count: what was grouped by, and how many.
    func counts(_ query: SQL) async throws -> [String: Int] {
        try await house.database.read { sql in
            var counts: [String: Int] = [:]
            try sql.run(query) { row in
                let key: String = try row.next()
                counts[key] = try row.next()
            }
            return counts
        }
    }
}
