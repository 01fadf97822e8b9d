import Database
import Domain
import Persistence
import TestSupport
import Testing
@testable import UseCases

@Suite struct PublicListsTests {
    @Test(arguments: Engine.all) func aRequestLeavesWhatIsKnownOfTheOffersAlone(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        @Sendable func versions() async throws -> TownVersions.Version? {
            try await test.house.towns.refresh()
            return try await test.house.database.read { try TownVersions($0).all()[test.town.town.id] }
        }
        let before = try #require(try await versions())
        _ = try await test.openRequest()
        let after = try #require(try await versions())
        #expect(after.needs > before.needs && after.listings > before.listings && after.offers == before.offers)
        try await test.house.write(test.town.town, listings: true) { _ in }
        let both = try #require(try await versions())
        #expect(both.needs == after.needs + 1 && both.offers == after.offers + 1 && both.settings == after.settings)
    }
}
