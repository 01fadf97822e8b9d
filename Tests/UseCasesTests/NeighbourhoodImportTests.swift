import Domain
import Geography
import TestSupport
import Testing
import UseCases

@Suite struct NeighbourhoodImportTests {
    /// A square of a hundredth of a degree whose south-west corner is `x` hundredths east of 5°.
    static func square(_ name: String, _ x: Double, width: Double = 1, closed: Bool = true) -> String {
        let (west, east) = (5 + x / 100, 5 + (x + width) / 100)
        let last = closed ? ",[\(west),43.58]" : ""
        return """
            {"type":"Feature","properties":{"nom":"\(name)"},"geometry":{"type":"Polygon","coordinates":
            [[[\(west),43.58],[\(east),43.58],[\(east),43.59],[\(west),43.59]\(last)]]}}
            """
    }

    static func file(_ features: String...) -> [UInt8] {
        Array("{\"type\":\"FeatureCollection\",\"features\":[\(features.joined(separator: ","))]}".utf8)
    }

    @Test(arguments: Engine.all) func twiceIsAsGoodAsOnceAndIdsStay(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let before = try #require(test.neighbourhood("la-gare"))
        let file = Self.file(Self.square("La Gare", 0), Self.square("Le Cœur de l’Île", 1))
        let first = try await NeighbourhoodImport(test.house).run(file, into: test.town.town)
        #expect(first.added.map(\.slug) == ["le-coeur-de-l-ile"])
        #expect(first.changed.map(\.id) == [before.id])
        #expect(first.kept.map(\.slug) == ["les-tilleuls", "le-lac"])
        let second = try await NeighbourhoodImport(test.house).run(file, into: test.town.town)
        #expect(second.unchanged.count == 2)
        #expect(second.added.isEmpty && second.changed.isEmpty)
        let gare = try #require(test.house.towns.town(slug: "clairval")?.neighbourhood(slug: "la-gare"))
        #expect(gare.id == before.id)
        #expect(gare.anchor.map { gare.region?.contains($0) == true } == true)
    }

    @Test(arguments: Engine.all) func aQuartierThatIsRenamedStaysTheSame(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let importing = NeighbourhoodImport(test.house)
        let before = try await importing.run(Self.file(Self.square("Le Port", 0), Self.square("Le Bois", 1)), into: test.town.town).added
        // Drawn again, a little smaller; and a new one beside it takes the name that is free now.
        let file = Self.file(Self.square("Les Quais", 0, width: 0.98), Self.square("Le Bois", 1), Self.square("Le Port", 3))
        let renamed = try await importing.run(Self.file(Self.square("Les Quais", 0, width: 0.98)), into: test.town.town)
        #expect(renamed.added.isEmpty)
        #expect(renamed.changed.map(\.id) == [before[0].id])
        #expect(renamed.changed.map(\.slug) == ["les-quais"])
        let after = try await importing.run(file, into: test.town.town)
        #expect(after.added.map(\.slug) == ["le-port"])
        #expect(after.unchanged.map(\.slug) == ["les-quais", "le-bois"])
        #expect(test.house.towns.town(slug: "clairval")?.neighbourhood(slug: "les-quais")?.id == before[0].id)
        #expect(test.house.towns.town(slug: "clairval")?.neighbourhood(slug: "le-port")?.id == after.added[0].id)
    }

    @Test func oneThatOverlapsALittleLessIsNew() async throws {
        let test = try await TestHouse()
        let importing = NeighbourhoodImport(test.house)
        _ = try await importing.run(Self.file(Self.square("Le Port", 0)), into: test.town.town)
        let refusal = await #expect(throws: Refusal.self) {
            try await importing.run(Self.file(Self.square("Les Quais", 0, width: 0.9)), into: test.town.town)
        }
        #expect(refusal?.fields.map(\.key) == ["refusal.quartier.overlap"])
    }

    @Test func everyQuartierThatIsWrongIsNamedAndNothingIsKept() async throws {
        let test = try await TestHouse()
        let file = Self.file(Self.square("Un", 0), Self.square("Deux", 0.5), Self.square("Trois", 5), Self.square("Trois !", 6))
        let refusal = await #expect(throws: Refusal.self) { try await NeighbourhoodImport(test.house).run(file, into: test.town.town) }
        #expect(refusal?.fields.map(\.name) == ["Trois !", "Un"])
        #expect(refusal?.fields.map(\.key) == ["refusal.quartier.sameSlug", "refusal.quartier.overlap"])
        try await test.house.towns.refresh()
        #expect(test.house.towns.town(slug: "clairval")?.neighbourhoods.count == 3)
    }

    @Test func anOpenRingIsNamed() async throws {
        let test = try await TestHouse()
        let file = Self.file(Self.square("Un", 0), Self.square("Ouvert", 2, closed: false))
        await #expect(throws: Refusal.invalid("Ouvert", "refusal.quartier.unclosedRing")) {
            try await NeighbourhoodImport(test.house).run(file, into: test.town.town)
        }
    }

    @Test func aQuartierOutsideTheTownIsRefused() async throws {
        let test = try await TestHouse()
        let outline = Self.file(Self.square("Bourg", 0, width: 3))
        let town = try await TownKeeping(test.house).open(
            TownOpening(slug: "bourg", name: "Bourg", outline: outline, administrator: "a@bourg.test"))
        let importing = NeighbourhoodImport(test.house)
        #expect(try await importing.run(Self.file(Self.square("Dedans", 0)), into: town).added.count == 1)
        await #expect(throws: Refusal.invalid("Dehors", "refusal.quartier.outside", ["share": "50"])) {
            try await importing.run(Self.file(Self.square("Dehors", 2.5)), into: town)
        }
    }
}
