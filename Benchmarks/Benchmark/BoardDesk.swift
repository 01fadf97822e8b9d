import ArgumentParser
import Database
import DatabaseSQLite
import Domain
import Foundation
import JobQueue
import Localization
import Persistence
import Secrets
import UseCases

/// A desk for the seeded town: operators who are signed in, and nothing open. Prints a session's token a line.
struct BoardDesk: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Sign operators in to the desk of the seeded town.")

    @Option(help: "Path of the SQLite file.") var database: String
    @Option(help: "Folder of the town's keys.") var keys: String
    @Option(help: "64 hexadecimal digits, as ENTRAIDE_SECRET_KEY of the server.") var key: String
    @Option(help: "Short name of the town.") var slug = "banc"
    @Option var operators = 50
    @Option(help: "Folder of the sentences.") var locales = "Locales"

    func run() async throws {
        let now = Moment(milliseconds: Int64(Date().timeIntervalSince1970 * 1_000))
        let house = House(
            database: try SQLiteDatabase(path: database), keys: try KeyRing(folder: keys, key: try InstanceKey(hex: key, setting: "--key")),
            world: World(now: { now }, random: { .random(in: .min ... .max) }), bell: JobBell(), catalogue: try Catalogue(folder: locales),
            publicURL: "http://127.0.0.1")
        try await house.towns.refresh()
        guard let town = house.towns.town(slug: slug)?.town else { throw ValidationError("no such town") }
        let count = operators
        let tokens = try await house.write(town) { scope in
            try (0..<count).map { number in
                let person = Person(
                    id: house.world.id(), firstName: "Opératrice \(number)", email: EmailAddress("desk\(number)@banc.invalid"),
                    channel: .email, hasAccount: true, createdAt: now)
                try People(scope).insert(person)
                try Roles(scope).grant(Role(.operator), to: person.id, id: house.world.id(), by: nil, now: now)
                let token = Token()
                let session = Session(
                    id: house.world.id(), person: person.id, device: "Bench", createdAt: now, lastSeenAt: now, expiresAt: now + .days(1))
                try Sessions(scope).insert(session, hash: token.hash)
                return token.text
            }
        }
        for token in tokens { print(token) }
        await house.database.close()
    }
}
