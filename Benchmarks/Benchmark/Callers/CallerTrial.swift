import ArgumentParser
import DatabaseSQLite
import Domain
import Foundation
import JobQueue
import Localization
import Database
import Persistence
import Secrets
import UseCases

/// Looks for people as an operator types. Writes `people.csv` and `questions.csv` into the folder, for the peer, then says a line for each question:
/// its kind, milliseconds by the clock, and whether the person meant is among those shown.
struct CallerTrial: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "callers", abstract: "Look for whoever rings among very many known people.")

    @Option(help: "Empty, for everything.") var folder: String
    @Option(help: "Known people.") var people = 500_000
    @Option(help: "Calls, each typed in several ways.") var calls = 150
    @Option(help: "Folder of the sentences.") var locales = "Locales"

    private static let now = Moment(milliseconds: 1_795_251_600_000)

    func run() async throws {
        let chance = Chance(seed: 31)
        let house = try await house(chance)
        var meant: [Person] = []
        var seen = 0
        let file = try output("people.csv")
        let facts = try await CallerTown(house: house, chance: chance, now: Self.now).fill(people) { person in
            try file.write(contentsOf: Data(Self.row(person).utf8))
            if seen % (people / calls) == 0 { meant.append(person) }
            seen += 1
        }
        try file.close()
        let questions = meant.flatMap { CallerQuestion.all(of: $0, chance) }
        try output("questions.csv").write(contentsOf: Data(questions.map(\.row).joined().utf8))
        let boss = Actor(person: meant[0].id, roles: [Role(.administrator)])
        for question in questions.prefix(100) { _ = try await Callers(house).find(question.typed, by: boss, in: facts) }
        for question in questions {
            let started = ContinuousClock.now
            let finding = try await Callers(house).find(question.typed, by: boss, in: facts)
            let took = (ContinuousClock.now - started) / .milliseconds(1)
            let isThere = finding.callers.contains { $0.id == question.person }
            print(question.kind.rawValue, took, isThere ? "found" : finding.hasMore ? "more" : "missing")
        }
        await house.database.close()
    }

    private func house(_ chance: Chance) async throws -> House {
        let database = try SQLiteDatabase(path: "\(folder)/callers.sqlite")
        try await Migrator(jobQueueMigrations + houseMigrations).migrate(database, now: Self.now.milliseconds)
        let key = try InstanceKey(hex: String(repeating: "5a", count: 32), setting: "--key")
        return House(
            database: database, keys: try KeyRing(folder: "\(folder)/keys", key: key), world: World(now: { Self.now }, random: { chance.next() }),
            bell: JobBell(), catalogue: try Catalogue(folder: locales), publicURL: "http://127.0.0.1")
    }

    private func output(_ name: String) throws -> FileHandle {
        FileManager.default.createFile(atPath: "\(folder)/\(name)", contents: nil)
        return try FileHandle(forWritingTo: URL(filePath: "\(folder)/\(name)"))
    }

    private static func row(_ person: Person) -> String {
        let phone = person.phone.map { "0" + $0.text.dropFirst(3) } ?? ""
        return "\(person.id.text),\(person.firstName),\(person.lastName ?? ""),\(phone),\(person.place ?? ""),\(person.birthYear ?? 0)\n"
    }
}
