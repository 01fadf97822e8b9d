import Database
import Domain
import Persistence
import TestSupport
import Testing
import UseCases

/// The hottest queries of the house walk one index in its order: the engines say so themselves.
@Suite struct PublicListCostTests {
    private static func filters(_ test: TestHouse) -> [(ID<Domain.Category>?, ID<Neighbourhood>?, [ID<Domain.Category>]?)] {
        let kind = test.category("groceries")?.id
        let place = test.neighbourhood("la-gare")?.id
        let several = ["groceries", "pets", "paperwork"].compactMap { test.category($0)?.id }
        return [(nil, nil, nil), (kind, nil, nil), (nil, place, nil), (nil, nil, several), (nil, place, several), (kind, place, nil)]
    }

    @Test(arguments: Engine.all) func needsAreReadInTheOrderOfAnIndex(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        try await fill(test)
        for (kind, place, several) in Self.filters(test) {
            let query = NeedListing.query(
                town: test.town.town.id, category: kind, neighbourhood: place, categories: several, after: .start, limit: 51)
            let plan = try await test.plan(query)
            #expect(!plan.contains("Sort") && !plan.contains("TEMP B-TREE"), "\(plan)")
            #expect(!plan.contains("Seq Scan") && !plan.contains("SCAN"), "\(plan)")
            #expect(plan.contains("help_requests_public"), "\(plan)")
        }
    }

    @Test(arguments: Engine.all) func offersAreReadInTheOrderOfAnIndex(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        try await fillOffers(test)
        for (kind, place, several) in Self.filters(test) {
            let query = OfferListing.query(
                town: test.town.town.id, category: kind, neighbourhood: place, categories: several, after: .start, limit: 51,
                now: test.clock.now)
            let plan = try await test.plan(query)
            #expect(!plan.contains("Sort") && !plan.contains("TEMP B-TREE"), "\(plan)")
            #expect(!plan.contains("Seq Scan on offers") && !plan.contains("SCAN"), "\(plan)")
            #expect(plan.contains("offers_public"), "\(plan)")
        }
    }

    /// What the nearness index reads, and what it shows, are found by the town's own indexes.
    @Test(arguments: Engine.all) func whatIsNearIsReadByKeys(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        try await fill(test)
        let (town, ids) = (test.town.town.id, (0..<21).map { _ in test.house.world.id(HelpRequest.self) })
        // Of one town alone in its database PostgreSQL rightly reads the whole table.
        let whole = engine.testDescription == "sqlite" ? [NeedListing.placedQuery(town: town)] : []
        for query in whole + [NeedListing.findQuery(ids, town: town)] {
            let plan = try await test.plan(query)
            #expect(!plan.contains("Seq Scan") && !plan.contains("SCAN") && !plan.contains("TEMP B-TREE"), "\(plan)")
        }
    }

    private func fillOffers(_ test: TestHouse) async throws {
        let kinds = test.town.categories.map(\.id)
        let places = test.town.neighbourhoods.map(\.id)
        let now = test.clock.now
        try await test.house.write(test.town.town) { scope in
            let offers = try Offers(scope)
            for number in 0..<200 {
                let person = Person(id: test.house.world.id(), firstName: "A", channel: .email, createdAt: now)
                try People(scope).insert(person)
                var helper = Helper(person: person.id, joinedAt: now)
                helper.tier = .money
                try Helpers(scope).save(helper)
                for part in 0..<60 {
                    try offers.insert(
                        Offer(
                            id: test.house.world.id(), person: person.id, category: kinds[(number + part) % kinds.count],
                            neighbourhood: places[number % places.count], details: nil, createdAt: now + .seconds(number + part)))
                }
            }
        }
        try await test.house.database.write(.unordered) { try $0.script("ANALYZE") }
    }

    /// Enough rows that PostgreSQL's planner prefers an index because it is cheaper, not because it must.
    private func fill(_ test: TestHouse) async throws {
        let model = try await test.need()
        let kinds = test.town.categories.filter(\.mayBePublic).map(\.id)
        let places = test.town.neighbourhoods.map(\.id)
        try await test.house.write(test.town.town) { scope in
            let requests = try HelpRequests(scope)
            for number in 0..<3_000 {
                var request = model
                request.id = test.house.world.id()
                request.reference = Reference(random: test.house.world.random)
                request.category = kinds[number % kinds.count]
                request.neighbourhood = places[number / kinds.count % places.count]
                request.createdAt = model.createdAt + .seconds(number)
                try requests.insert(request, trackingHash: request.id.bytes, mayBePublic: true)
            }
        }
        try await test.house.database.write(.unordered) { try $0.script("ANALYZE") }
    }
}

extension TestHouse {
    /// The engine's plan, one line a step.
    func plan(_ query: SQL) async throws -> String {
        try await house.database.read { transaction in
            var lines: [String] = []
            try transaction.run("\(sqlite: "EXPLAIN QUERY PLAN ", postgres: "EXPLAIN ")\(query)") { row in
                if transaction.dialect == .sqlite {
                    for _ in 0..<3 { _ = try row.next() as Int? }
                }
                lines.append(try row.next())
            }
            return lines.joined(separator: "\n")
        }
    }
}
