import Database
import Domain
import Persistence
import TestSupport
import Testing
@testable import UseCases

/// Offers that nobody used: off every public list at once, and their helper still asked.
@Suite struct ReserveOffersTests {
    private func offered(_ engine: Engine) async throws -> (TestHouse, ID<Offer>, Actor) {
        let test = try await TestHouse(on: engine)
        try await test.makeHelper(test.cast.karim)
        return (test, try await test.keptOffer(of: test.cast.karim).id, Actor(person: test.cast.karim.id))
    }

    @Test(arguments: Engine.all) func anOfferNobodyUsedLeavesEveryPublicList(_ engine: Engine) async throws {
        let (test, offer, karim) = try await offered(engine)
        let town = test.town.town
        test.clock.move(.days(30))
        try await test.sweepReserve()
        #expect(try await test.publicOffers() == [offer])
        let before = try await test.house.database.read { try TownVersions($0).all()[town.id]?.offers ?? 0 }
        test.clock.move(.milliseconds(1))
        try await test.sweepReserve()
        #expect(try await test.offerStatus(offer) == .reserved)
        #expect(try await test.publicOffers().isEmpty)
        #expect(try await PublicOffers(test.house).find(offer, in: test.town) == nil)
        #expect(try await test.house.read(town) { try OfferListing.placed(in: $0).isEmpty })
        #expect(try await Figures(test.house).ofTown(town).offers == 0)
        #expect(try await test.house.database.read { try TownVersions($0).all()[town.id]?.offers ?? 0 } > before, "caches hear of it")
        let mine = try #require(try await OwnOffers(test.house).all(of: karim, in: test.town).first)
        #expect(mine.offer.status == .reserved)
        #expect(try await test.helper(test.cast.karim)?.categories.contains(mine.category.id) == true, "a private availability")
        try await OwnOffers(test.house).change(offer, .resume, by: karim, in: test.town)
        #expect(try await test.publicOffers() == [offer])
        try await test.sweepReserve()
        #expect(try await test.publicOffers() == [offer], "another term begins")
    }

    @Test(arguments: Engine.all) func whatLedToAMeetingStays(_ engine: Engine) async throws {
        let (test, offer, karim) = try await offered(engine)
        let category = test.town.categories[0].key
        test.clock.move(.days(20))
        let match = try await test.sayYes(test.cast.karim, to: try await test.openRequest(["category": category]))
        test.clock.move(.days(40))
        try await test.sweepReserve()
        #expect(try await test.offerStatus(offer) == .active, "it is being used")
        try await RequestClosing(test.house).record(OutcomeForm(["result": "helped"]), as: karim, of: match.id, in: test.town)
        test.clock.move(.days(30))
        try await test.sweepReserve()
        #expect(try await test.offerStatus(offer) == .active)
        test.clock.move(.days(1))
        try await test.sweepReserve()
        #expect(try await test.offerStatus(offer) == .reserved)
    }

    @Test func theTownChoosesTheDays() async throws {
        let (test, offer, _) = try await offered(.sqlite)
        let administrator = test.administrator
        let fields = SettingsSection.ladder.values(of: test.town.town).merging(["reserveAfterDays": "60"]) { $1 }
        try await TownKeeping(test.house).change(.ladder, fields, in: test.town.town, by: administrator)
        try await test.house.towns.refresh()
        test.clock.move(.days(59))
        try await test.sweepReserve()
        #expect(try await test.offerStatus(offer) == .active)
        test.clock.move(.days(2))
        try await test.sweepReserve()
        #expect(try await test.offerStatus(offer) == .reserved)
    }
}
