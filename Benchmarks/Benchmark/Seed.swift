import ArgumentParser
import Database
import DatabasePostgres
import DatabaseSQLite
import Domain
import Foundation
import JobQueue
import Localization
import Persistence
import Secrets
import UseCases

/// Fills an empty database with a town as it would be after years, through the house's own repositories.
struct Seed: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Fill an empty database with a large town.")

    @Option(help: "sqlite:PATH or postgres://…") var database: String
    @Option(help: "Folder of the town's keys.") var keys: String
    @Option(help: "64 hexadecimal digits, as ENTRAIDE_SECRET_KEY of the server.") var key: String
    @Option(help: "Short name of the town.") var slug = "banc"
    @Option(help: "Open requests that everybody may see.") var requests = 100_000
    @Option(help: "Offers that everybody may see.") var offers = 100_000
    @Option(help: "Folder of the sentences.") var locales = "Locales"

    func run() async throws {
        let database = try open()
        let now = Moment(milliseconds: Int64(Date().timeIntervalSince1970 * 1_000))
        try await Migrator(jobQueueMigrations + houseMigrations).migrate(database, now: now.milliseconds)
        let chance = Chance(seed: 17)
        let house = House(
            database: database, keys: try KeyRing(folder: keys, key: try InstanceKey(hex: key, setting: "--key")),
            world: World(now: { now }, random: { chance.next() }), bell: JobBell(), catalogue: try Catalogue(folder: locales),
            publicURL: "http://127.0.0.1")
        try await LargeTown(house: house, chance: chance, now: now, slug: slug).fill(requests: requests, offers: offers)
        await database.close()
    }

    private func open() throws -> any Database {
        guard database.hasPrefix("sqlite:") else { return PostgresDatabase(url: database, connections: 2) }
        return try SQLiteDatabase(path: String(database.dropFirst("sqlite:".count)))
    }
}
