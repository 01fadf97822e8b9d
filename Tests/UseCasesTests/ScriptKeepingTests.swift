import Database
import Domain
import Persistence
import TestSupport
import Testing
import UseCases

@Suite struct ScriptKeepingTests {
    private func entry(_ key: String, _ test: TestHouse) async throws -> ScriptKeeping.Entry {
        try await ScriptKeeping(test.house).find(key, by: test.administrator, in: test.town)
    }

    @Test(arguments: Engine.all) func aTownWritesItsOwnWordsAndTakesThemBack(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let keeping = ScriptKeeping(test.house)
        #expect(try await keeping.all(by: test.attendant, in: test.town).map(\.standard) == CallScript.Standard.allCases)
        let form = CallScriptForm(["title": "Pharmacie", "words": "Demandez laquelle.\nNotez l’heure.", "shown": "yes"])
        try await keeping.save(form, as: "medicine", by: test.administrator, in: test.town)
        try await keeping.save(form, as: "medicine", by: test.administrator, in: test.town)
        let own = try await entry("medicine", test)
        #expect(own.own?.title == "Pharmacie" && own.isShown && own.own?.words == "Demandez laquelle.\nNotez l’heure.")
        try await keeping.save(
            CallScriptForm(["title": "Pharmacie", "words": "Plus tard."]), as: "medicine", by: test.administrator, in: test.town)
        #expect(try await !entry("medicine", test).isShown, "hidden where the box is not ticked")
        #expect(try await keeping.all(by: test.attendant, in: test.town).count == CallScript.Standard.allCases.count)
        for _ in 1...2 { try await keeping.reset("medicine", by: test.administrator, in: test.town) }
        #expect(try await entry("medicine", test).own == nil)
    }

    @Test(arguments: Engine.all) func aTownAddsKindsOfItsOwn(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let keeping = ScriptKeeping(test.house)
        let form = CallScriptForm(["title": "Piscine", "words": "Elle est fermée.", "shown": "yes"])
        for _ in 1...2 { try await keeping.save(form, as: nil, by: test.administrator, in: test.town) }
        let entries = try await keeping.all(by: test.attendant, in: test.town)
        #expect(entries.count == CallScript.Standard.allCases.count + 1, "sent twice it is one")
        let other = CallScriptForm(["title": "Piscine", "words": "Elle rouvre.", "shown": "yes"])
        let refusal = await #expect(throws: Refusal.self) { try await keeping.save(other, as: nil, by: test.administrator, in: test.town) }
        #expect(refusal?.fields.map(\.key) == ["refusal.scriptKnown"], "nothing that was typed is lost in silence")
        let added = try #require(entries.last)
        #expect(added.standard == nil && added.own?.title == "Piscine")
        try await keeping.reset(added.key, by: test.administrator, in: test.town)
        #expect(try await keeping.all(by: test.attendant, in: test.town).count == CallScript.Standard.allCases.count)
    }

    @Test func onlyAdministratorsKeepThemAndOnlyTheirOwn() async throws {
        let test = try await TestHouse()
        let keeping = ScriptKeeping(test.house)
        let form = CallScriptForm(["title": "Piscine", "words": "Elle est fermée."])
        for actor in [Actor.visitor, test.attendant, test.guide, Actor(person: test.cast.karim.id)] {
            await #expect(throws: Refusal.notFound) { try await keeping.save(form, as: nil, by: actor, in: test.town) }
            await #expect(throws: Refusal.notFound) { try await keeping.reset("medicine", by: actor, in: test.town) }
        }
        await #expect(throws: Refusal.notFound) { _ = try await keeping.all(by: Actor(person: test.cast.karim.id), in: test.town) }
        await #expect(throws: Refusal.notFound) { try await keeping.save(form, as: "inconnu", by: test.administrator, in: test.town) }
        let refusal = await #expect(throws: Refusal.self) {
            try await keeping.save(CallScriptForm(["title": " "]), as: nil, by: test.administrator, in: test.town)
        }
        #expect(refusal?.fields.map(\.name) == ["title", "words"])
        let away = try await keeping.all(by: Actor(person: test.cast.olga.id, roles: [Role(.operator)]), in: test.elsewhere)
        #expect(away.allSatisfy { $0.own == nil })
    }
}
