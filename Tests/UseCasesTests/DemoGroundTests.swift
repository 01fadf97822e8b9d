import Database
import Domain
import Testing
import UseCases

/// The demo stands on real-looking ground: addresses to type, homes to be near, a river to walk round.
@Suite struct DemoGroundTests {
    @Test func everyCommuneHasStreetsThatEveryFormKnows() async throws {
        let demo = try await DemoHouse(scale: 0.02)
        let placing = Placing(demo.house)
        for facts in demo.house.towns.all.dropFirst() {
            let code = try #require(facts.town.insee)
            let streets = try await demo.count("SELECT count(*) FROM address_streets WHERE insee = \(code) AND longitude IS NULL")
            #expect((60...120).contains(streets), "\(facts.town.name) has \(streets) streets")
            #expect(try await placing.completions(of: "12 rue past", in: facts)?.first?.label.hasPrefix("12 Rue Pasteur 99") == true)
            let finding = try await placing.finding(PlaceForm(["address": "12 rue Pasteur"]), in: facts)
            guard case .found? = finding?.address else { return #expect(Bool(false), "\(facts.town.name): \(String(describing: finding))") }
            #expect(finding?.neighbourhood == facts.neighbourhoods.first?.id && finding?.spot?.cell != nil)
        }
    }

    @Test func whatIsNextDoorIsOutside() async throws {
        let demo = try await DemoHouse(scale: 0.02)
        let facts = try #require(demo.house.towns.town(slug: "saint-aubin"))
        let finding = try await Placing(demo.house).finding(PlaceForm(["address": "12 Rue Pasteur 99030 Pont-Neuf"]), in: facts)
        guard case .outside? = finding?.address else { return #expect(Bool(false), "\(String(describing: finding))") }
        #expect(try await Placing(demo.house).place(near: "12 Rue Pasteur 99030 Pont-Neuf", in: facts) == nil)
        #expect(try await Placing(demo.house).place(near: "12 rue pasteur", in: facts)?.neighbourhood == facts.neighbourhoods.first?.id)
    }

    @Test func mostPeopleHaveAHomeAndMostPublicThingsACell() async throws {
        let demo = try await DemoHouse(scale: 0.2)
        for table in ["help_requests", "offers"] {
            let all = try await demo.count(SQL(stringLiteral: "SELECT count(*) FROM \(table)"))
            let placed = try await demo.count(SQL(stringLiteral: "SELECT count(*) FROM \(table) WHERE cell IS NOT NULL"))
            #expect(placed * 2 > all, "\(table): \(placed) of \(all)")
        }
        #expect(try await demo.count("SELECT count(*) FROM offers WHERE cell IS NULL") > 0, "nobody keeps the address to themselves")
        #expect(try await demo.count("SELECT count(*) FROM address_streets WHERE longitude IS NOT NULL") > 10, "no lieu-dit")
        #expect(try await demo.count("SELECT count(DISTINCT town_id) FROM home_cells") == 4)
        #expect(try await demo.count("SELECT count(*) FROM barriers WHERE name = 'La Brume'") == 4)
    }
}
