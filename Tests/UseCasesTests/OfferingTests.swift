import Domain
import Persistence
import TestSupport
import Testing

@testable import UseCases

@Suite struct OfferingTests {
    static let form = OfferForm([
        "category": "conversation,groceries", "days": "weekend", "part": "morning", "reach": "near", "neighbourhood": "les-tilleuls",
        "details": "Volontiers", "birthYear": "1984",
    ])

    private func offer(_ test: TestHouse, _ form: OfferForm = form, by person: Person) async throws {
        try await Offering(test.house).offer(form, in: test.town, by: Actor(person: person.id))
    }

    private func seen(_ test: TestHouse, in town: TownFacts? = nil) async throws -> [PublicOffer] {
        try await PublicOffers(test.house).page(PublicFilter(), in: town ?? test.town).items
    }

    private func keys(_ test: TestHouse) async throws -> Set<String> {
        Set(try await seen(test).compactMap { test.town.category($0.category)?.key })
    }

    @Test(arguments: Engine.all) func anOfferIsAlsoAnAvailability(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        try await offer(test, by: test.cast.karim)
        try await offer(test, by: test.cast.karim)
        let helper = try #require(try await test.house.read(test.town.town) { try Helpers($0).find(test.cast.karim.id) })
        #expect(helper.days == [6, 7] && helper.fromHour == 8 && helper.toHour == 12)
        #expect(helper.tier == .remote && !helper.isMinor)
        #expect(helper.categories.count == 2)
        let mine = try await OwnOffers(test.house).all(of: Actor(person: test.cast.karim.id), in: test.town)
        #expect(mine.count == 2)
        #expect(mine.first { $0.category.key == "groceries" }?.obstacle?.key == "refusal.tierCharter")
    }

    @Test(arguments: Engine.all) func thePublicSeesWhatTheHelperIsTrustedFor(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        try await offer(test, by: test.cast.karim)
        #expect(try await keys(test) == ["conversation"])
        try await change(test) { $0.tier = .doorstep }
        #expect(try await keys(test) == ["conversation", "groceries"])
        #expect(try await seen(test).allSatisfy { $0.text == nil })
        #expect(try await seen(test, in: test.elsewhere).isEmpty)
        try await change(test) { $0.pausedUntil = test.clock.now + .hours(1) }
        #expect(try await keys(test) == [])
        test.clock.move(.hours(1))
        #expect(try await keys(test).count == 2)
        try await change(test) { $0.isMinor = true }
        #expect(try await keys(test) == [])
        try await change(test) { $0.hasParentalAuthorisation = true }
        #expect(try await keys(test).count == 2)
        try await change(test) { $0.isActive = false }
        #expect(try await keys(test) == [])
    }

    private func change(_ test: TestHouse, _ change: @escaping @Sendable (inout Helper) -> Void) async throws {
        try await test.house.write(test.town.town) { scope in
            guard var helper = try Helpers(scope).find(test.cast.karim.id) else { throw Refusal.notFound }
            change(&helper)
            try Helpers(scope).save(helper)
        }
    }

    @Test func underSixteenIsRefusedKindlyAndNothingIsKept() async throws {
        let test = try await TestHouse()
        var form = Self.form
        form["birthYear"] = "2011"
        let refusal = await #expect(throws: Refusal.self) { try await offer(test, form, by: test.cast.karim) }
        #expect(refusal?.fields.map(\.key) == ["refusal.tooYoung"])
        #expect(try await test.house.read(test.town.town) { try Helpers($0).find(test.cast.karim.id) } == nil)
        form["birthYear"] = "2009"
        try await offer(test, form, by: test.cast.karim)
        #expect(try await seen(test).isEmpty)
    }

    @Test(arguments: Engine.all) func oneRestsResumesAndWithdrawsOnlyOnesOwn(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        try await offer(test, by: test.cast.karim)
        let own = OwnOffers(test.house)
        let id = try #require(try await seen(test).first?.id)
        for stranger in [test.cast.lucie, test.cast.administrator] {
            let actor = Actor(person: stranger.id, roles: [Role(.administrator)])
            await #expect(throws: Refusal.notFound) { try await own.change(id, .withdraw, by: actor, in: test.town) }
            await #expect(throws: Refusal.notFound) { _ = try await own.find(id, of: actor, in: test.town) }
        }
        await #expect(throws: Refusal.notFound) {
            try await own.change(id, .withdraw, by: Actor(person: test.cast.olga.id), in: test.elsewhere)
        }
        let karim = Actor(person: test.cast.karim.id)
        for change in [OwnOffers.Change.pause, .pause] { try await own.change(id, change, by: karim, in: test.town) }
        #expect(try await seen(test).isEmpty)
        try await own.change(id, .resume, by: karim, in: test.town)
        #expect(try await seen(test).map(\.id) == [id])
        for _ in 0..<2 { try await own.change(id, .withdraw, by: karim, in: test.town) }
        #expect(try await seen(test).isEmpty)
        await #expect(throws: Refusal.notFound) { try await own.change(id, .resume, by: karim, in: test.town) }
    }

    /// As for needs: what stays is seen once, whatever comes and goes meanwhile.
    @Test(arguments: Engine.all) func readingOnNeitherSkipsNorRepeats(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        try await test.makeHelper(test.cast.karim)
        let kind = try #require(test.category("groceries")?.id)
        @Sendable func put(_ scope: TownTransaction) throws -> Offer {
            let offer = Offer(
                id: test.house.world.id(), person: test.cast.karim.id, category: kind, neighbourhood: nil, details: nil,
                createdAt: test.clock.now)
            try Offers(scope).insert(offer)
            return offer
        }
        let all = try await test.house.write(test.town.town) { scope in try (0..<30).map { _ in try put(scope) } }
        var passing = Array(all[..<10])
        var seen: [ID<Offer>] = []
        var cursor: PageCursor<Offer>?
        repeat {
            let page = try await PublicOffers(test.house).page(PublicFilter(), after: cursor, in: test.town, size: 4)
            seen += page.items.map(\.id)
            cursor = page.next
            let gone = passing.popLast()
            try await test.house.write(test.town.town) { scope in
                _ = try put(scope)
                guard var gone else { return }
                gone.status = .withdrawn
                try Offers(scope).save(gone)
            }
        } while cursor != nil
        #expect(Set(seen).count == seen.count)
        #expect(Set(all[10...].map(\.id)).isSubset(of: seen))
    }
}
