import Domain
import Persistence
import TestSupport
import Testing
import UseCases

@Suite struct PlacingTests {
    private func ask(_ test: TestHouse, _ address: String, _ changes: [String: String] = [:]) async throws -> HelpRequest {
        var form = AskingTests.form
        form["neighbourhood"] = ""
        form["address"] = address
        form.fields.merge(changes) { _, new in new }
        return try await Requests(test.house).ask(form, in: test.facts, by: .visitor, language: "fr", door: .web).request
    }

    @Test(arguments: Engine.all) func anAddressBringsItsQuartierItsCellAndItsDoor(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        try await test.settle()
        let request = try await ask(test, "12 rue des lilas")
        #expect(request.neighbourhood == test.neighbourhood("les-tilleuls")?.id)
        let cell = try #require(request.cell.flatMap { test.facts.cells[$0] })
        #expect(cell.neighbourhood == request.neighbourhood && cell.homes >= HomeCell.minimum)
        let person = try await test.house.read(test.town.town) { try People($0).find(request.beneficiary) }
        #expect(person?.place?.hasPrefix("12 Rue des Lilas Clairval\n") == true)
        #expect(person?.spot?.house == "12" && person?.spot?.cell == cell.number)
    }

    @Test func eachKindOfAddressHasItsAnswer() async throws {
        let test = try await TestHouse()
        try await test.settle()
        let facts = test.facts
        for (typed, key) in [
            ("rue des lilas de la gare", "refusal.address.noNumber"), ("99 rue du muguet de la gare", "refusal.address.unknownNumber"),
            ("qsdfghjklm wxcvbn", "refusal.address.unknown"),
        ] {
            let refusal = await #expect(throws: Refusal.self, "\(typed)") { try await ask(test, typed) }
            #expect(refusal?.fields.map(\.key) == [key], "\(typed)")
        }
        let found = try await Placing(test.house).finding(PlaceForm(["address": "12 rue des lilas"]), in: facts)
        guard case .found? = found?.address else { return #expect(Bool(false), "\(String(describing: found))") }
    }

    @Test func onesOwnWordsGoToAReferent() async throws {
        let test = try await TestHouse()
        try await test.settle()
        let request = try await ask(test, "au vieux moulin", ["addressChoice": "words"])
        #expect(request.neighbourhood == nil && request.cell == nil)
    }

    @Test func aTownOfAMétropoleSearchesItsBase() async throws {
        let test = try await TestHouse()
        try await test.settle()
        let keeping = TownKeeping(test.house)
        let child = try await keeping.open(
            TownOpening(slug: "hameau", name: "Hameau", insee: "13201", parent: "clairval", administrator: "a@hameau.test"))
        let facts = try #require(test.house.towns.town(id: child.id))
        #expect(facts.hasAddresses)
        let finding = try await Placing(test.house).finding(PlaceForm(["address": "1 rue lointaine"]), in: facts)
        guard case .found? = finding?.address else { return #expect(Bool(false)) }
        let outside = try await Placing(test.house).finding(PlaceForm(["address": "12 rue du muguet clairval"]), in: facts)
        guard case .outside? = outside?.address else { return #expect(Bool(false)) }
    }

    @Test func withoutABaseNothingIsLookedUp() async throws {
        let test = try await TestHouse()
        #expect(!test.facts.hasAddresses)
        #expect(try await Placing(test.house).completions(of: "rue", in: test.facts)?.isEmpty == true)
        #expect(try await Placing(test.house).finding(PlaceForm(["address": "12 rue des lilas"]), in: test.facts) == nil)
    }

    @Test(arguments: ["", " ", "\u{0}", "🏠🏠🏠", "אבג", String(repeating: "rue ", count: 2_500), "'; DROP TABLE towns; --", "%_%"])
    func anyTextIsAnswered(_ typed: String) async throws {
        let test = try await TestHouse()
        try await test.settle()
        #expect(try await Placing(test.house).completions(of: typed, in: test.facts)?.count ?? 0 <= 10)
    }
}
