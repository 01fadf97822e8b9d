import Domain
import Persistence
import TestSupport
import Testing
@testable import UseCases

@Suite struct DemandTests {
    private func board(_ test: TestHouse, by actor: Actor? = nil) async throws -> Demand.Board {
        try await Demand(test.house).board(by: actor ?? test.administrator, in: test.facts)
    }

    private func quartier(_ slug: String, _ test: TestHouse) async throws -> QuartierDemand {
        let id = test.neighbourhood(slug)?.id
        return try #require(try await board(test).quartiers.first { $0.neighbourhood == id })
    }

    @Test(arguments: Engine.all) func needsStandAgainstTheReserve(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        try await test.makeHelper(test.cast.karim)
        let weekly = ["when": "every", "rhythm": "weekly"]
        let (helped, unmet, waiting) = (
            try await test.openRequest(weekly), try await test.openRequest(weekly), try await test.openRequest(weekly)
        )
        try await LoadSweep(house: test.house).turn(in: test.facts)
        _ = try await test.sayYes(test.cast.karim, to: helped)
        try await test.close(unmet, as: .notHelped)
        test.clock.move(.hours(49))
        let quartier = try await quartier("les-tilleuls", test)
        let row = try #require(quartier.rows.first { $0.category == test.category("groceries")?.id })
        #expect(row.asked == 3 && row.unmet == 1 && row.slow == 1 && row.reserve == 1)
        #expect(quartier.helpers == 1 && quartier.lastAskedAt == TestClock.start)
        #expect(row.actions(limit: 100).contains(.load))
        #expect(try await test.request(waiting)?.matchedAt == nil)
        test.clock.move(DemandRow.memory)
        #expect(try await self.quartier("les-tilleuls", test).rows.first { $0.category == row.category }?.asked == 0)
        #expect(try await self.quartier("les-tilleuls", test).isSilent(4, at: test.clock.now))
    }

    @Test(arguments: Engine.all) func whoIsOldIsCountedOrNotedByTheTown(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        try await test.house.write(test.town.town) { [jeanne = test.cast.jeanne] scope in
            var person = jeanne
            person.birthYear = 1944
            try People(scope).save(person)
        }
        #expect(try await quartier("les-tilleuls", test).elders == 1)
        #expect(try await quartier("les-tilleuls", test).isSilent(4, at: test.clock.now))
        #expect(try await quartier("le-lac", test).elders == 0)
        let form = EldersForm(["elders-les-tilleuls": "140", "elders-le-lac": "30", "elders-la-gare": ""])
        try await Demand(test.house).note(form, by: test.administrator, in: test.facts)
        try await Demand(test.house).note(form, by: test.administrator, in: test.facts)
        #expect(try await quartier("les-tilleuls", test).elders == 140)
        #expect(try await quartier("le-lac", test).isSilent(4, at: test.clock.now))
        #expect(try await quartier("la-gare", test).elders == 0)
        await #expect(throws: Refusal.notFound) { try await Demand(test.house).note(form, by: test.guide, in: test.facts) }
    }

    @Test func aReferentSeesTheirOwnQuartiers() async throws {
        let test = try await TestHouse()
        _ = try await test.openRequest()
        _ = try await test.openRequest(["neighbourhood": "unknown"])
        let all = try await board(test).quartiers.map(\.neighbourhood)
        #expect(all == test.town.neighbourhoods.map { $0.id } + [nil])
        #expect(try await board(test, by: test.guide).quartiers.map(\.neighbourhood) == [test.neighbourhood("les-tilleuls")?.id])
        await #expect(throws: Refusal.notFound) { _ = try await board(test, by: .visitor) }
    }

    @Test func aSheetLeadsToTheQuartiersPage() async throws {
        let test = try await TestHouse()
        let demand = Demand(test.house)
        let sheet = try demand.sheet(for: "les-tilleuls", by: test.guide, in: test.facts)
        #expect(sheet.address == "http://entraide.test/t/clairval/demandes/nouvelle?quartier=les-tilleuls")
        #expect(sheet.site == "entraide.test/t/clairval" && sheet.neighbourhood?.name == "Les Tilleuls")
        #expect(try demand.sheet(for: nil, by: test.guide, in: test.facts).address.hasSuffix("/demandes/nouvelle"))
        #expect(throws: Refusal.notFound) { _ = try demand.sheet(for: "ailleurs", by: test.guide, in: test.facts) }
        #expect(throws: Refusal.notFound) { _ = try demand.sheet(for: nil, by: .visitor, in: test.facts) }
    }
}

extension TestHouse {
    fileprivate func close(_ id: ID<HelpRequest>, as result: Outcome.Result) async throws {
        let now = clock.now
        try await house.write(town.town) { scope in
            guard var request = try HelpRequests(scope).find(id) else { throw Refusal.notFound }
            (request.status, request.outcome, request.closedAt, request.rungDue) = (.closed, result, now, nil)
            try HelpRequests(scope).save(request, mayBePublic: false)
        }
    }
}
