import Database
import Domain
import Geography
import Persistence
import TestSupport
import Testing
import UseCases

@Suite struct PublicMapTests {
    @Test(arguments: Engine.all) func everythingOfThePublicListIsCountedOnce(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        for place in ["les-tilleuls", "les-tilleuls", "la-gare", nil] { _ = try await test.need("groceries", in: place) }
        _ = try await test.need("conversation", in: "la-gare") { $0.cell = 3 }
        _ = try await test.need("garden")
        _ = try await test.need { $0.status = .awaitingAgreement }
        let map = PublicMap(test.house)
        let view = try await map.view(.needs, PublicFilter(), in: test.town)
        #expect(view.tally.rows.map(\.neighbourhood) == [test.neighbourhood("les-tilleuls")?.id, test.neighbourhood("la-gare")?.id, nil])
        #expect(view.tally.rows.map(\.count) == [2, 2, 1])
        let list = try await PublicNeeds(test.house).page(PublicFilter(), in: test.town)
        #expect(list.items.count == view.tally.count)
        #expect(try await map.view(.needs, PublicFilter(), in: test.elsewhere).tally.rows.isEmpty)
    }

    @Test(arguments: Engine.all) func filtersAreThoseOfTheList(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        for (kind, place) in [("groceries", "les-tilleuls"), ("conversation", "la-gare"), ("paperwork", "la-gare")] {
            _ = try await test.need(kind, in: place)
        }
        let filters = [
            PublicFilter(category: test.category("groceries")), PublicFilter(neighbourhood: test.neighbourhood("la-gare")),
            PublicFilter(way: .remote), PublicFilter(category: test.category("groceries"), way: .remote),
            PublicFilter(category: test.category("garden")),
        ]
        for filter in filters {
            let view = try await PublicMap(test.house).view(.needs, filter, in: test.town)
            let list = try await PublicNeeds(test.house).page(filter, in: test.town)
            #expect(view.tally.count == list.items.count, "\(filter)")
        }
    }

    @Test(arguments: Engine.all) func offersOfWhoIsThereAndTrustedEnough(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        try await test.makeHelper(test.cast.karim)
        try await test.makeHelper(test.cast.lucie) { [test] in $0.pausedUntil = test.clock.now + .days(1) }
        try await offer(test, test.cast.karim, "groceries", cell: 5)
        try await offer(test, test.cast.karim, "money")
        try await offer(test, test.cast.lucie, "groceries")
        let map = PublicMap(test.house)
        let view = try await map.view(.offers, PublicFilter(), in: test.town)
        let list = try await PublicOffers(test.house).page(PublicFilter(), in: test.town)
        #expect(view.tally.count == list.items.count)
        #expect(view.tally.rows.map(\.count) == [1])
        test.clock.move(.days(2))
        #expect(try await map.view(.offers, PublicFilter(), in: test.town).tally.count == 2)
    }

    @Test(arguments: Engine.all) func countingWalksAPartialIndex(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let kinds = test.town.categories.map(\.id)
        let (town, now) = (test.town.town.id, test.clock.now)
        for place in [nil, test.neighbourhood("la-gare")?.id] {
            let needs = try await test.plan(PlaceListing.needs(town: town, categories: kinds, neighbourhood: place))
            let offers = try await test.plan(PlaceListing.offers(town: town, categories: kinds, neighbourhood: place, now: now))
            guard engine.testDescription == "sqlite" else { continue }
            #expect(needs.contains("help_requests_public"), "\(needs)")
            #expect(offers.contains("offers_public"), "\(offers)")
            #expect(!needs.contains("SCAN") && !offers.contains("SCAN"), "\(needs)\n\(offers)")
        }
    }

    private func offer(_ test: TestHouse, _ person: Person, _ category: String, cell: Int? = nil) async throws {
        let kind = try #require(test.category(category)).id
        var offer = Offer(
            id: test.house.world.id(), person: person.id, category: kind, neighbourhood: test.neighbourhood("les-tilleuls")?.id,
            details: nil, createdAt: test.clock.now)
        offer.cell = cell
        try await test.house.write(test.town.town) { [offer] in try Offers($0).insert(offer) }
    }
}
