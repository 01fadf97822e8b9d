import Domain
import Geography
import JobQueue
import Persistence
import Secrets
import TestSupport
import Testing

@testable import UseCases

/// Two processes on one database: what one changes, the other's answers have.
@Suite struct NearFreshnessTests {
    private let around = Around(origin: Point(longitude: 5.005, latitude: 43.585), radius: 10_000)

    /// As a second `serve` would stand on the same database.
    private func second(_ test: TestHouse) async throws -> House {
        let house = House(
            database: test.house.database, keys: KeyRing.inMemory(seed: "test"), world: test.clock.world, bell: JobBell(),
            catalogue: test.house.catalogue, publicURL: test.house.publicURL)
        try await house.towns.refresh()
        return house
    }

    private func offers(_ house: House, _ test: TestHouse) async throws -> [ID<Offer>] {
        try await PublicOffers(house).near(around, PublicFilter(), in: test.town).items.map(\.thing.id)
    }

    private func needs(_ house: House, _ test: TestHouse) async throws -> [ID<HelpRequest>] {
        try await PublicNeeds(house).near(around, PublicFilter(), in: test.town).items.map(\.thing.id)
    }

    private func offer(_ test: TestHouse, by person: Person) async throws -> ID<Offer> {
        guard let kind = test.category("groceries") else { throw Refusal.notFound }
        let offer = Offer(
            id: test.house.world.id(), person: person.id, category: kind.id, neighbourhood: person.neighbourhood, details: nil,
            createdAt: test.clock.now)
        try await test.house.write(test.town.town, listings: true) { try Offers($0).insert(offer) }
        return offer.id
    }

    @Test(arguments: Engine.all) func whoPausesIsNoLongerNearAnybody(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        try await test.makeHelper(test.cast.karim)
        let made = try await offer(test, by: test.cast.karim)
        let other = try await second(test)
        for house in [test.house, other] { #expect(try await offers(house, test) == [made]) }
        try await AvailabilityKeeping(test.house).pause(
            PauseForm(["for": "week"]), of: try await test.viewer(test.cast.karim), in: test.town.town)
        #expect(try await offers(test.house, test).isEmpty)
        try await other.towns.refresh()
        #expect(try await offers(other, test).isEmpty)
        try await AvailabilityKeeping(test.house).resume(try await test.viewer(test.cast.karim), in: test.town.town)
        try await other.towns.refresh()
        #expect(try await offers(other, test) == [made])
    }

    @Test(arguments: Engine.all) func aMatchTakesTheNeedOutOfEveryAnswer(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        try await test.makeHelper(test.cast.karim)
        let request = try await test.openRequest()
        let other = try await second(test)
        #expect(try await needs(other, test) == [request])
        _ = try await test.sayYes(test.cast.karim, to: request)
        #expect(try await needs(test.house, test).isEmpty)
        try await other.towns.refresh()
        #expect(try await needs(other, test).isEmpty)
    }

    /// The field is read again beside the answers, so that the first ones may still lack what is new.
    @Test(arguments: Engine.all) func whatIsNewShowsByItself(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        try await test.makeHelper(test.cast.karim)
        let other = try await second(test)
        #expect(try await offers(other, test).isEmpty)
        let made = try await offer(test, by: test.cast.karim)
        try await other.towns.refresh()
        let start = ContinuousClock.now
        while try await offers(other, test) != [made], ContinuousClock.now - start < .seconds(60) {
            try await Task.sleep(for: .milliseconds(10))
        }
        #expect(try await offers(other, test) == [made])
    }
}
