import Database
import Geography
import Persistence
import TestSupport
import Testing

@testable import Domain
@testable import UseCases

/// In a town where not everybody can be looked at, the same helpers are asked in the same order.
@Suite struct WaveFindingTests {
    private static let modes: [Domain.Category.Mode] = [.inPerson, .either, .remote]

    @Test(arguments: Engine.all, 1...4) func theHeadIsThatOfEverybody(_ engine: Engine, _ seed: UInt64) async throws {
        let test = try await TestHouse(on: engine)
        try await test.settle()
        var chance = Numbers(state: seed)
        for number in 0..<90 { try await test.addHelper(number, &chance) }
        try await test.house.towns.refresh()
        for number in 0..<24 {
            let request = try #require(try await test.request(try await test.openRequest()))
            let kind = try #require(test.category("groceries"))
            let asked = Self.changed(request, number, in: test.facts, &chance)
            let plans = try await test.plans(for: asked, kind, Self.modes[number % 3])
            #expect(plans.head.isPartial && !plans.whole.isPartial)
            #expect(plans.head.found.prefix(12).map(\.person) == plans.whole.found.prefix(12).map(\.person), "\(number)")
            #expect(plans.first.chosen == plans.second.chosen, "\(number)")
            #expect(plans.isAnybodyThere == !plans.whole.found.isEmpty)
        }
    }

    /// Near and wider, with an address and without, now and again and again.
    private static func changed(_ request: HelpRequest, _ number: Int, in facts: TownFacts, _ chance: inout Numbers) -> HelpRequest {
        var request = request
        request.neighbourhood = number % 5 == 0 ? nil : facts.neighbourhoods.randomElement(using: &chance)?.id
        request.rung = number % 4 == 0 ? .wider : .helpers
        if number % 6 == 5 { request.wanted = .every(.weekly) }
        if number % 7 == 6 { request.askedFirst = .neighbourhood }
        return request
    }

    @Test(arguments: Engine.all) func whoWasAskedBeforeOrIsApartIsLeftOutOfAWalkToo(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        var chance = Numbers(state: 9)
        for number in 0..<30 { try await test.addHelper(number, &chance) }
        for person in [test.cast.karim, test.cast.lucie] { try await test.makeHelper(person) }
        let id = try await test.openRequest()
        await test.work()
        let asked = try await test.asks(id)
        let request = try #require(try await test.request(id)), kind = try #require(test.category("groceries"))
        #expect(!asked.isEmpty)
        let plans = try await test.plans(for: request, kind, .inPerson)
        #expect(Set(plans.head.found.map(\.person)).isDisjoint(with: asked))
        #expect(plans.first.chosen == plans.second.chosen)
    }

    @Test(arguments: Engine.all) func aFewHelpersAreAllLookedAt(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        try await test.makeHelper(test.cast.karim)
        let request = try #require(try await test.request(try await test.openRequest())), kind = try #require(test.category("groceries"))
        let result = try await test.house.read(test.town.town) {
            try WaveFinding(test.house, test.town.town, $0, request, kind, now: test.clock.now).result()
        }
        #expect(!result.isPartial && result.found.map(\.person) == [test.cast.karim.id])
    }

    @Test(arguments: Engine.all) func turnsAreReadFromAnIndexAlone(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        try await test.fillLanes(3_000)
        let (town, kind) = (test.town.town.id, try #require(test.category("groceries")?.id))
        let last = HelperKey(Helper(person: test.cast.karim.id, joinedAt: test.clock.now - .days(5)))
        let places: [HelperLane.Place] = [.town, .quartier(nil), .quartier(test.neighbourhood("la-gare")?.id)]
        for place in places {
            let lane = HelperLane(place, .foot)
            // Of the many without a quartier PostgreSQL reads the town's just as well.
            let isEither = place == .quartier(nil) && engine.testDescription == "postgres"
            let index = isEither ? "helpers_turns" : place == .town ? "helpers_turns_town" : "helpers_turns_near"
            let queries = [
                HelperLanes.query(town, lane, kind, limit: 8), HelperLanes.query(town, lane, kind, inTurnOf: last, limit: 8),
                HelperLanes.query(town, lane, kind, after: last, limit: 8),
            ]
            for query in queries {
                let plan = try await test.plan(query)
                #expect(plan.contains(index), "\(plan)")
                #expect(!plan.contains("Sort") && !plan.contains("TEMP B-TREE") && !plan.contains("Seq Scan"), "\(plan)")
                if engine.testDescription == "sqlite" { #expect(plan.contains("COVERING INDEX helpers_turns"), "\(plan)") }
            }
        }
    }
}

private struct Plans: Sendable {
    var head: HelperSearch.Result
    var whole: HelperSearch.Result
    var first: WavePlan
    var second: WavePlan
    var isAnybodyThere: Bool
}

extension TestHouse {
    fileprivate func plans(for request: HelpRequest, _ kind: Domain.Category, _ mode: Domain.Category.Mode) async throws -> Plans {
        var category = kind
        category.mode = mode
        return try await house.read(town.town) { [category] scope in
            var finding = WaveFinding(house, town.town, scope, request, category, now: clock.now)
            let whole = try finding.exactResult()
            finding.everybodyUpTo = 0
            (finding.limits.chunk, finding.limits.batch, finding.limits.lanes, finding.limits.waste) = (2, 5, 1, 4)
            let head = try finding.result()
            let plans = [head, whole].map {
                WavePlan(
                    $0, AnswerRates(), category: category.id, part: .morning, target: 0.9, most: LadderSettings().waveSize(.ordinary),
                    newcomerShare: LadderSettings().newcomerShare)
            }
            return Plans(
                head: head, whole: whole, first: plans[0], second: plans[1], isAnybodyThere: try finding.isAnybodyThere(at: clock.now))
        }
    }

    /// With a home in one of the two quartiers that have outlines, or in the third, or nowhere.
    fileprivate func addHelper(_ number: Int, _ chance: inout Numbers) async throws {
        let facts = facts
        let quartier = number % 9 == 8 ? nil : facts.neighbourhoods.randomElement(using: &chance)
        var person = Person(
            id: house.world.id(), firstName: "h", email: EmailAddress("h\(number)@clairval.test"), channel: .email,
            neighbourhood: quartier?.id, hasAccount: true, createdAt: clock.now)
        if let box = quartier?.region?.boundingBox, number % 3 > 0 {
            let point = Point(
                longitude: .random(in: box.west...box.east, using: &chance), latitude: .random(in: box.south...box.north, using: &chance))
            person.spot = Spot(
                point: point, cell: nil, street: AddressStreet.Key(insee: "13200", name: "Rue", postcode: "13200"), house: "\(number)")
        }
        var helper = Helper(
            person: person.id, categories: Set(facts.categories.map(\.id)), neighbourhood: quartier?.id,
            joinedAt: clock.now - .days(90 - number % 20))
        helper.tier = number % 6 == 5 ? .remote : .doorstep
        helper.travel = Helper.Travel.allCases.randomElement(using: &chance) ?? .foot
        helper.radius = AvailabilityForm.radii.randomElement(using: &chance) ?? 500
        helper.isRemoteOnly = number % 8 == 7
        helper.days = Set((1...7).filter { _ in Int.random(in: 0..<4, using: &chance) > 0 })
        helper.lastAskedAt = number % 3 == 0 ? nil : clock.now - .days(Int.random(in: 8...30, using: &chance))
        helper.returnedAt = number % 7 == 6 ? clock.now - .days(Int.random(in: 1...30, using: &chance)) : nil
        helper.pausedUntil = number % 13 == 12 ? clock.now + .days(1) : nil
        try await house.write(town.town) { [person, helper] scope in
            try People(scope).insert(person)
            try Helpers(scope).save(helper)
        }
    }

    fileprivate func fillLanes(_ count: Int) async throws {
        let facts = town
        try await house.write(facts.town) { scope in
            for number in 0..<count {
                let place = number % 4 == 3 ? nil : facts.neighbourhoods[number % 4].id
                let person = Person(
                    id: house.world.id(), firstName: "h", channel: .email, neighbourhood: place, createdAt: clock.now)
                try People(scope).insert(person)
                var helper = Helper(
                    person: person.id, categories: Set(facts.categories.prefix(1 + number % 9).map(\.id)), neighbourhood: place,
                    joinedAt: clock.now - .minutes(number))
                helper.lastAskedAt = number % 2 == 0 ? nil : clock.now - .hours(number)
                try Helpers(scope).save(helper)
            }
        }
        try await house.database.write(.unordered) { try $0.script("ANALYZE") }
    }
}

/// SplitMix64.
private struct Numbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }
}
