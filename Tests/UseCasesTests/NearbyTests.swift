import Domain
import Geography
import Persistence
import TestSupport
import Testing
import UseCases

@Suite struct NearbyTests {
    private let origin = Point(longitude: 5.005, latitude: 43.585)

    private func near(
        _ test: TestHouse, _ around: Around, _ filter: PublicFilter = PublicFilter(), after cursor: NearCursor<HelpRequest>? = nil,
        in facts: TownFacts? = nil, size: Int = 50
    ) async throws -> NearPage<Need, HelpRequest> {
        try await PublicNeeds(test.house).near(around, filter, after: cursor, in: facts ?? test.facts, size: size)
    }

    /// Needs in cells of both quartiers.
    private func needs(_ test: TestHouse, _ count: Int) async throws -> [HelpRequest] {
        var made: [HelpRequest] = []
        for number in 0..<count {
            let cells = test.facts.cells.values.sorted { $0.number < $1.number }
            let cell = cells[number % cells.count]
            made.append(
                try await test.need(number % 3 == 0 ? "pets" : "groceries", in: nil, at: test.clock.now + .minutes(number)) { request in
                    request.cell = cell.number
                    request.neighbourhood = cell.neighbourhood
                })
        }
        return made
    }

    @Test(arguments: Engine.all) func theNearestComeFirstAndNoneTwice(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        try await test.settle()
        let made = try await needs(test, 23)
        for order in Around.Order.allCases {
            let around = Around(origin: origin, radius: 10_000, order: order)
            var (seen, cursor, pages) = ([NearThing<Need>](), NearCursor<HelpRequest>?.none, 0)
            repeat {
                let page = try await near(test, around, after: cursor, size: 5)
                seen += page.items
                cursor = page.next
                pages += 1
            } while cursor != nil
            #expect(pages == 5)
            #expect(seen.count == 23 && Set(seen.map(\.thing.id)) == Set(made.map(\.id)))
            switch order {
            case .nearest: #expect(seen.map(\.distance) == seen.map(\.distance).sorted())
            case .newest: #expect(seen.map(\.thing.createdAt) == seen.map(\.thing.createdAt).sorted(by: >))
            }
        }
    }

    @Test(arguments: Engine.all) func whatIsTakenIsGoneAtOnceEvenBetweenPages(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        try await test.settle()
        let made = try await needs(test, 9)
        let around = Around(origin: origin, radius: 10_000)
        let first = try await near(test, around, size: 4)
        let shown = Set(first.items.map(\.thing.id))
        let gone = try #require(made.first { !shown.contains($0.id) })
        try await test.close(gone)
        let next: NearCursor<HelpRequest> = try #require(first.next)
        let second = try await near(test, around, after: next, size: 50)
        #expect(!second.items.map(\.thing.id).contains(gone.id))
        #expect(second.items.count == 4)
        #expect(try await !near(test, around).items.map(\.thing.id).contains(gone.id))
    }

    @Test func theRadiusAndTheKindCount() async throws {
        let test = try await TestHouse()
        try await test.settle()
        _ = try await needs(test, 12)
        let all = try await near(test, Around(origin: origin, radius: 10_000)).items
        let some = try await near(test, Around(origin: origin, radius: 500)).items
        #expect(!some.isEmpty && some.count < all.count)
        #expect(some.allSatisfy { $0.distance <= 500 })
        let pets = try await near(test, Around(origin: origin, radius: 10_000), PublicFilter(category: test.category("pets"))).items
        #expect(pets.count == 4)
    }

    @Test func aRiverPutsTheOtherBankFartherAway() async throws {
        let test = try await TestHouse()
        try await test.settle()
        _ = try await needs(test, 12)
        let east = test.facts.neighbourhood(slug: "la-gare")?.id
        let before = try await near(test, Around(origin: origin, radius: 20_000)).items
        let river = """
            {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"nom":"La Rivière"},"geometry":
            {"type":"LineString","coordinates":[[5.01,43.5],[5.01,43.7]]}}]}
            """
        #expect(try await BarrierImport(test.house).run(Array(river.utf8), into: test.town.town).map(\.name) == ["La Rivière"])
        let after = try await near(test, Around(origin: origin, radius: 20_000)).items
        for thing in after {
            let was = try #require(before.first { $0.thing.id == thing.thing.id })
            let wayRound = thing.thing.neighbourhood == east ? 800.0 : 0
            #expect(abs(thing.distance - was.distance - wayRound) < 0.01)
        }
        #expect(after.contains { $0.thing.neighbourhood == east })
    }

    @Test(arguments: Engine.all) func aBorderStopsNobodyInsideAMétropole(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        try await test.settle()
        let made = try await needs(test, 3)
        let child = try await TownKeeping(test.house).open(
            TownOpening(slug: "hameau", name: "Hameau", insee: "13201", parent: "clairval", administrator: "a@hameau.test"))
        let facts = try #require(test.house.towns.town(id: child.id))
        let seen = try await near(test, Around(origin: origin, radius: 10_000), in: facts).items
        #expect(Set(seen.map(\.thing.id)) == Set(made.map(\.id)))
        #expect(seen.allSatisfy { $0.facts.town.id == test.town.town.id })
        let stranger = try await near(test, Around(origin: origin, radius: 10_000), in: test.elsewhere).items
        #expect(stranger.isEmpty)
    }

    @Test(arguments: ["", "x", "ffffffffffffffff.00000000-0000-0000-0000-000000000000", "7ff0000000000000.a", "1.2.3"])
    func aBrokenCursorIsNone(_ text: String) { #expect(NearCursor<HelpRequest>(text: text) == nil) }

    @Test func aCursorKeepsEveryBit() {
        let cursor = NearCursor<HelpRequest>(measure: 123.456_789_012_345, id: ID(high: 7, low: 9))
        #expect(NearCursor(text: cursor.text) == cursor)
    }
}
