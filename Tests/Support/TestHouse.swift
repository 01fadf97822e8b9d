import Database
import Domain
import Foundation
import Geography
import JobQueue
import Localization
import Logging
import Mail
import Persistence
import Secrets
import UseCases

/// A house on an empty database, with one town and its cast, and an outsider's town that must see nothing.
public struct TestHouse: Sendable {
    public let house: House
    public let clock: TestClock
    public let mailer: MemoryMailer
    public let town: TownFacts
    public let elsewhere: TownFacts
    public let cast: Cast

    /// The people of the tests.
    public struct Cast: Sendable {
        /// 82, has a telephone and no e-mail.
        public var jeanne: Person
        /// Helps with everything, lives in Les Tilleuls.
        public var karim: Person
        /// Helps too, lives in La Gare.
        public var lucie: Person
        /// Referent of Les Tilleuls.
        public var martine: Person
        public var moderator: Person
        public var administrator: Person
        /// Data protection officer.
        public var officer: Person
        /// Takes calls at the desk.
        public var attendant: Person
        /// Lives in the other town.
        public var olga: Person
    }

    public static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// - Parameters:
    ///   - insee: the code of the tests' town.
    ///   - geocoder: made with the tests' clock.
    public init(on engine: Engine = .sqlite, insee: String? = nil, geocoder: ((TestClock) -> Geocoder)? = nil) async throws {
        clock = TestClock()
        mailer = MemoryMailer()
        let database = try await engine.open()
        try await Migrator(jobQueueMigrations + houseMigrations).migrate(database, now: clock.now.milliseconds)
        let catalogue = try Catalogue(folder: Self.repository.appending(path: "Locales").path())
        house = House(
            database: database, keys: KeyRing.inMemory(seed: "test"), world: clock.world, bell: JobBell(), catalogue: catalogue,
            publicURL: "http://entraide.test", geocoder: geocoder?(clock))
        let keeping = TownKeeping(house)
        let town = try await keeping.open(
            TownOpening(slug: "clairval", name: "Clairval", insee: insee, phone: "04 00 00 00 00", administrator: "admin@clairval.test"))
        let other = try await keeping.open(TownOpening(slug: "ailleurs", name: "Ailleurs", administrator: "admin@ailleurs.test"))
        try await Self.setClocks(of: town, in: house)
        let quartiers = try await Self.neighbourhoods(of: town, in: house)
        cast = try await Self.people(of: town, quartiers, other, in: house)
        try await house.towns.refresh()
        guard let facts = house.towns.town(slug: "clairval"), let away = house.towns.town(slug: "ailleurs") else { throw TestFailure() }
        self.town = facts
        elsewhere = away
    }

    private static func setClocks(of town: Town, in house: House) async throws {
        try await house.write(town) { scope in
            guard var present = try Towns(scope.sql).find(town.id) else { throw TestFailure() }
            (present.settings.ladder, present.settings.crisisSet.ladder) = (.tests, .testsInCrisis)
            try Towns(scope.sql).save(present)
            try TownVersions(scope.sql).raiseSettings(of: town.id)
        }
    }

    /// Runs every due job, mail included; with schedules, those that come back by themselves too.
    public func work(withSchedules: Bool = false) async {
        let now = clock
        guard let sender = MailAddress(parsing: "entraide@clairval.test", name: nil) else { return }
        var handlers = UseCaseJobs(house).handlers
        handlers.merge(UseCaseJobs.mail(house, mailer, sender)) { _, new in new }
        let worker = Worker(
            database: house.database, handlers: handlers, schedules: withSchedules ? UseCaseJobs.schedules : [], bell: house.bell,
            now: { now.now.milliseconds }, logger: Logger(label: "test"))
        await worker.drain()
    }

    public func neighbourhood(_ slug: String) -> Neighbourhood? { town.neighbourhood(slug: slug) }
    public func category(_ key: String) -> Domain.Category? { town.category(key: key) }
}

struct TestFailure: Error {}
