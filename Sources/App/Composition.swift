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

/// Builds the house from the settings; the only place that names drivers.
struct Composition: Sendable {
    let settings: Settings
    let database: any Database
    let house: House
    let migrator = Migrator(jobQueueMigrations + houseMigrations)

    static let clock = World(
        now: { Moment(milliseconds: Int64(Date().timeIntervalSince1970 * 1_000)) },
        random: { Chance().next() })

    init(_ settings: Settings, world: World = Composition.clock) throws {
        self.settings = settings
        database = try Self.open(settings)
        let keys = try Self.keyRing(settings)
        let catalogue = try Catalogue(folder: Resources.folder().appending(path: "Locales").path())
        house = House(
            database: database, keys: keys, world: world, bell: JobBell(), catalogue: catalogue, publicURL: settings.publicURL,
            geocoder: Self.geocoder(settings, world))
    }

    /// Refuses a schema that this binary does not fit; an empty database is made ready.
    func prepare() async throws {
        switch try await migrator.standing(of: database) {
        case .current: break
        case .empty: try await migrator.migrate(database, now: house.world.now().milliseconds)
        case .older:
            throw Settings.Problem(description: "the database has an older schema: run `entraide migrate` first")
        case .newer(let unknown):
            throw Settings.Problem(
                description:
                    "the database was changed by a newer version (\(unknown.joined(separator: ", "))): run that version of entraide")
        }
        if settings.secretKeyPrevious != nil { _ = try house.keys.rewrap() }
        try await house.towns.refresh()
        _ = try await TownErasing(house).replay()
        _ = try await Erasing(house).replay()
    }

    private static func open(_ settings: Settings) throws -> any Database {
        switch settings.database {
        case .postgres(let url): return PostgresDatabase(url: url)
        case .sqlite(let path):
            let folder = URL(filePath: path).deletingLastPathComponent()
            do {
                try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            } catch {
                throw Settings.Problem(
                    description: "ENTRAIDE_DATABASE_URL: the folder \(folder.path()) cannot be made: choose one that may be written to")
            }
            return try SQLiteDatabase(path: path)
        }
    }

    /// Without a key in the settings, one is made once and kept beside the towns' keys: good for a trial, said so in the log.
    private static func keyRing(_ settings: Settings) throws -> KeyRing {
        let key = try instanceKey(settings)
        let previous = try settings.secretKeyPrevious.map { try InstanceKey(hex: $0, setting: "ENTRAIDE_SECRET_KEY_PREVIOUS") }
        return try KeyRing(folder: settings.keysDirectory, key: key, previous: previous)
    }
}
