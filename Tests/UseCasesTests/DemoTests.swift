import Database
import Domain
import Geography
import JobQueue
import Logging
import Persistence
import TestSupport
import Testing
import UseCases

@Suite struct DemoTests {
    @Test(arguments: Engine.all) func theSameSeedMakesTheSameDemo(on engine: Engine) async throws {
        let one = try await DemoHouse(scale: 0.08)
        let other = try await DemoHouse(on: engine, scale: 0.08)
        let stranger = try await DemoHouse(seed: 8, scale: 0.08)
        let digest = try await DemoDigest(house: one.house).all()
        #expect(try await DemoDigest(house: other.house).all() == digest)
        let differing = try await DemoDigest(house: stranger.house).all().filter { $0.value != digest[$0.key] }
        #expect(Set(differing.keys).isSuperset(of: ["people", "offers", "help_requests", "saint-aubin, opened"]))
    }

    @Test func fillsOnlyAnEmptyDatabase() async throws {
        let demo = try await DemoHouse(scale: 0.02)
        let plan = DemoPlan(now: DemoHouse.now, scale: 0.02)
        await #expect(throws: Refusal(.conflict, "refusal.demoNotEmpty")) {
            try await Demo(demo.house, library: DemoHouse.library(), plan: plan).fill()
        }
    }

    @Test func isOfTheSizeThatWasSeenInGrenobleAndShowsEveryState() async throws {
        let demo = try await DemoHouse(scale: 1)
        #expect((2_000...2_250).contains(try await demo.count("SELECT count(*) FROM offers")))
        #expect(try await demo.count("SELECT count(*) FROM help_requests") == 300)
        for (column, values) in Self.variety {
            let counts = try await demo.counts(
                SQL(
                    stringLiteral:
                        "SELECT CAST(\(column) AS TEXT), count(*) FROM help_requests WHERE \(column) IS NOT NULL GROUP BY \(column)"))
            #expect(Set(counts.keys) == values, "\(column)")
        }
        for town in demo.house.towns.all.map(\.town.id) {
            let states = try await demo.counts("SELECT status, count(*) FROM help_requests WHERE town_id = \(town) GROUP BY status")
            #expect(states.count == HelpRequest.Status.allCases.count, "town \(town)")
        }
        let twice = try await demo.count(
            """
            SELECT count(*) FROM (SELECT 1 FROM offers WHERE public_text IS NOT NULL GROUP BY town_id, public_text HAVING count(*) > 1) AS same
            """)
        #expect(twice == 0, "two neighbours say the same")
        #expect(try await demo.count("SELECT count(*) FROM helpers WHERE asleep_since IS NOT NULL") > 5)
        #expect(try await demo.count("SELECT count(*) FROM standing_seconds WHERE helper_agreed_at IS NOT NULL") > 0)
        for town in demo.house.towns.all.map(\.town.id) {
            let answers = try await demo.counts(
                "SELECT answer, count(*) FROM asks WHERE town_id = \(town) AND answer IS NOT NULL GROUP BY answer")
            #expect(Set(answers.keys) == Set(Ask.Answer.allCases.map(\.rawValue)), "town \(town)")
            for (name, rows) in Self.rarities {
                #expect(try await demo.count("SELECT count(*) FROM \(rows) AND town_id = \(town)") > 0, "\(name), town \(town)")
            }
        }
        try await expectConsistency(demo)
    }

    private static let rarities: [(String, SQL)] = [
        ("an alarm", "alarms WHERE ended_at IS NULL"), ("another time", "time_proposals WHERE state = 'open'"),
        ("a no-show heard", "no_shows WHERE state = 'recorded' AND asker_words IS NOT NULL AND helper_words IS NOT NULL"),
        ("a service to check", "local_services WHERE checked_on < '2026-05-21'"),
    ]

    @Test(arguments: Engine.all) func everyRowIsConsistent(on engine: Engine) async throws {
        try await expectConsistency(try await DemoHouse(on: engine, seed: 3, scale: 0.15))
    }

    @Test(arguments: Engine.all) func nothingHappensAtOnce(on engine: Engine) async throws {
        let demo = try await DemoHouse(on: engine, scale: 0.1)
        let worker = Worker(
            database: demo.house.database, handlers: UseCaseJobs(demo.house).handlers, bell: demo.house.bell,
            now: { DemoHouse.now.milliseconds }, logger: Logger(label: "test"))
        await worker.drain()
        #expect(try await demo.count("SELECT count(*) FROM outbound_mails") == 0)
        #expect(try await demo.count("SELECT count(*) FROM jobs WHERE dead = 1") == 0)
        #expect(try await demo.count("SELECT count(*) FROM jobs WHERE kind = 'ladder.step'") > 0)
    }

    @Test func theTownsAreWholeAndFictional() async throws {
        let demo = try await DemoHouse(scale: 0.02)
        #expect(demo.house.towns.isDemo)
        #expect(demo.house.towns.all.map(\.town.slug) == ["val-de-brume", "saint-aubin", "les-tilleuls", "pont-neuf"])
        for facts in demo.house.towns.all {
            let brand = facts.town.settings.brand
            for colour in [brand.brand, brand.accent] { #expect((Colour(colour)?.contrast(with: .white) ?? 0) >= 4.5) }
            #expect((4...7).contains(facts.neighbourhoods.count))
            for place in facts.neighbourhoods {
                let anchor = try #require(place.anchor)
                #expect(place.region?.contains(anchor) == true, "\(place.name)")
            }
            #expect(facts.town.settings.controllers.mutualAid != nil && facts.town.settings.legal.publisher != nil)
        }
    }

    private static let variety: [(String, Set<String>)] = [
        ("status", Set(HelpRequest.Status.allCases.map(\.rawValue))), ("urgency", ["0", "1", "2"]),
        ("wanted_kind", ["now", "on", "every"]),
        ("door", Set(HelpRequest.Door.allCases.map(\.rawValue))), ("rung", Set([Rung.helpers, .wider, .referent, .duty].map(\.rawValue))),
        ("outcome", Set(Outcome.Result.allCases.map(\.rawValue))), ("review", Set(HelpRequest.Review.allCases.map(\.rawValue))),
    ]

    private func expectConsistency(_ demo: DemoHouse) async throws {
        for (rule, breaches) in DemoRules.all(now: DemoHouse.now) {
            #expect(try await demo.count(breaches) == 0, "\(rule)")
        }
    }
}
