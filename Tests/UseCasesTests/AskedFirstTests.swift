import Domain
import Persistence
import TestSupport
import Testing
import UseCases

@Suite struct AskedFirstTests {
    /// Three helpers: of the same building, of the same street, of the quartier.
    private func world(_ engine: Engine = .sqlite) async throws -> (test: TestHouse, helpers: [Person]) {
        let test = try await TestHouse(on: engine)
        try await test.settle()
        var helpers: [Person] = []
        for (name, address) in [("alain", "12 rue des lilas"), ("brigitte", "16 rue des lilas"), ("chantal", "5 rue du muguet")] {
            var person = try await test.newPerson(name)
            let finding = try await Placing(test.house).finding(PlaceForm(["address": address]), in: test.facts)
            person.spot = finding?.spot
            #expect(person.spot != nil)
            try await test.house.write(test.town.town) { [person] in try People($0).save(person) }
            try await test.makeHelper(person)
            helpers.append(person)
        }
        return (test, helpers)
    }

    private func ask(_ test: TestHouse, _ first: String) async throws -> ID<HelpRequest> {
        var form = AskingTests.form
        form["address"] = "12 rue des lilas"
        form["askedFirst"] = first
        return try await Requests(test.house).ask(form, in: test.facts, by: .visitor, language: "fr", door: .web).request.id
    }

    @Test(arguments: Engine.all) func theBuildingIsAskedFirstAndThenEverybody(_ engine: Engine) async throws {
        let (test, helpers) = try await world(engine)
        let request = try await ask(test, "building")
        await test.work()
        #expect(try await test.asks(request) == [helpers[0].id])
        test.clock.move(.minutes(31))
        await test.work()
        #expect(try await Set(test.asks(request)) == Set(helpers.map(\.id)))
    }

    @Test func theStreetAndTheQuartierAreWider() async throws {
        let (test, helpers) = try await world()
        let street = try await ask(test, "street")
        await test.work()
        #expect(try await Set(test.asks(street)) == Set(helpers[...1].map(\.id)))
        let all = try await ask(test, "neighbourhood")
        await test.work()
        #expect(try await Set(test.asks(all)) == Set(helpers.map(\.id)))
    }

    @Test func whereNobodyLivesEverybodyIsAskedAtOnce() async throws {
        let (test, helpers) = try await world()
        var form = AskingTests.form
        form["address"] = "20 boulevard emile zola"
        form["askedFirst"] = "building"
        let request = try await Requests(test.house).ask(form, in: test.facts, by: .visitor, language: "fr", door: .web).request.id
        await test.work()
        #expect(try await Set(test.asks(request)) == Set(helpers.map(\.id)))
    }

    @Test func aWishThatThePlaceCannotFulfilIsNoMistake() async throws {
        let (test, _) = try await world()
        let request = try await test.ask(["askedFirst": "building"]).request
        #expect(request.askedFirst == nil)
        #expect(try await test.ask(["askedFirst": "moon"]).request.askedFirst == nil)
        #expect(try await test.ask(["askedFirst": "neighbourhood"]).request.askedFirst == .neighbourhood)
    }
}
