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

/// Finds whom to ask for one request after the other in a city of very many helpers, as a step of the ladder does: a line each of
/// milliseconds of the processor and of the clock, and how many the wave asks. Then the same with everybody looked at, beside the walk.
struct WaveTrial: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "wave", abstract: "One wave for one request among very many helpers.")

    @Option(help: "sqlite:PATH or postgres://…, empty.") var database: String
    @Option(help: "Folder of the town's keys.") var keys: String
    @Option(help: "People who help.") var helpers = 1_000_000
    @Option(help: "Requests, each different.") var requests = 240
    @Option(help: "For how many of them everybody is looked at too.") var whole = 5
    @Option(help: "Folder of the sentences.") var locales = "Locales"

    /// Saturday 21 November 2026, 10 h in Paris.
    private static let now = Moment(milliseconds: 1_795_251_600_000)

    func run() async throws {
        let house = try await house()
        let chance = Chance(seed: 23)
        let city = WaveTown(house: house, chance: chance, now: Self.now, slug: "ville")
        let watch = Stopwatch()
        let town = try await city.fill(helpers)
        try say("filled \(watch.milliseconds[1] / 1_000)")
        guard let facts = house.towns.town(id: town.id) else { throw Refusal.notFound }
        var waves: [Asked] = []
        for number in 0..<requests { waves.append(try await asked(number, city, facts)) }
        // Once to warm up: the town was idle.
        for wave in waves.prefix(20) { _ = try await time(wave, house, town, everybody: false) }
        for wave in waves {
            let walk = try await time(wave, house, town, everybody: false)
            try say("walk \(walk.work) \(walk.clock) \(walk.chosen.count) \(wave.category.key)")
        }
        for wave in waves.prefix(whole) {
            let (walk, all) = (
                try await time(wave, house, town, everybody: false), try await time(wave, house, town, everybody: true))
            try say("whole \(walk.work) \(all.work) \(walk.chosen == all.chosen ? "same" : "DIFFERENT") \(all.eligible)")
        }
        await house.database.close()
    }

    private struct Asked: Sendable {
        var request: HelpRequest
        var category: Domain.Category
    }

    private struct Times: Sendable {
        var work: Double
        var clock: Double
        var chosen: [ID<Person>]
        var eligible: Int
    }

    /// Somebody new in a quartier, two of three at an address.
    private func asked(_ number: Int, _ city: WaveTown, _ facts: TownFacts) async throws -> Asked {
        let category = facts.activeCategories[number % facts.activeCategories.count]
        let quartier = city.chance.pick(facts.neighbourhoods)
        var person = Person(
            id: city.house.world.id(), firstName: "Jeanne", channel: .phone, neighbourhood: quartier.id, createdAt: Self.now)
        if number % 3 > 0, let point = city.point(in: quartier) {
            person.spot = Spot(
                point: point, cell: nil, street: AddressStreet.Key(insee: "84000", name: "Rue", postcode: "84000"), house: "1")
        }
        try await city.house.write(facts.town) { [person] in try People($0).insert(person) }
        return Asked(request: city.request(number, category, by: person, at: quartier.id), category: category)
    }

    private func time(_ wave: Asked, _ house: House, _ town: Town, everybody: Bool) async throws -> Times {
        try await house.read(town) { scope in
            let watch = Stopwatch()
            let finding = WaveFinding(house, town, scope, wave.request, wave.category, now: Self.now)
            let result = everybody ? try finding.exactResult() : try finding.result()
            let settings = town.ladder(at: Self.now)
            let plan = WavePlan(
                result, try AnswerTallies(scope).rates(), category: wave.category.id, part: .morning,
                target: settings.target(wave.request.urgency), most: settings.waveSize(wave.request.urgency), newcomerShare: settings.newcomerShare)
            let times = watch.milliseconds
            return Times(work: times[1], clock: times[0], chosen: plan.chosen.map(\.person), eligible: result.found.count)
        }
    }

    private func house() async throws -> House {
        let database: any Database =
            database.hasPrefix("sqlite:")
            ? try SQLiteDatabase(path: String(database.dropFirst("sqlite:".count))) : PostgresDatabase(url: database, connections: 2)
        try await Migrator(jobQueueMigrations + houseMigrations).migrate(database, now: Self.now.milliseconds)
        let chance = Chance(seed: 17)
        let key = try InstanceKey(hex: String(repeating: "5a", count: 32), setting: "--key")
        return House(
            database: database, keys: try KeyRing(folder: keys, key: key), world: World(now: { Self.now }, random: { chance.next() }), bell: JobBell(), catalogue: try Catalogue(folder: locales),
            publicURL: "http://127.0.0.1")
    }

    private func say(_ line: String) throws { try FileHandle.standardOutput.write(contentsOf: Data("\(line)\n".utf8)) }
}
