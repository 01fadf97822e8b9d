import Domain
import Persistence
import TestSupport
import Testing
@testable import UseCases

@Suite struct ServiceKeepingTests {
    private func stored(_ test: TestHouse) async throws -> [LocalService] {
        try await test.house.read(test.town.town) { try LocalServices($0).all() }
    }

    @Test(arguments: Engine.all) func whatIsStoredIsWhatEveryPageHas(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        try await test.addService(
            "Épicerie du Lac",
            [
                "zone": "some", "zone-le-lac": "yes", "zone-les-tilleuls": "yes", "description-en": "Cheap groceries.",
                "audience-fr": "tous",
                "topic-health": "yes", "phone2": "3977", "web": "exemple.fr", "address": "1 rue du Lac", "holidays": "yes",
                "hoursNote": "fermé en août", "speaks-ar": "yes", "free": "no", "hours-1": "19 h - 2 h",
            ])
        let service = try #require(test.facts.services.first)
        #expect(try await stored(test) == [service], "read again from the rows it is the same")
        #expect(service.zone == Set(test.town.neighbourhoods.filter { ["le-lac", "les-tilleuls"].contains($0.slug) }.map(\.id)))
        #expect(service.categories == [try #require(test.category("groceries")).id] && service.phones == ["04 65 71 00 01", "3977"])
        #expect(service.hours.days[1] == [OpeningHours.Span(from: 19 * 60, until: 26 * 60)] && !service.isFree)
        #expect(service.tongues == [.fr, .ar] && service.topics == [.food, .health] && service.description("en") == "Cheap groceries.")
        #expect(test.elsewhere.services.isEmpty)
        let abroad = try await test.house.read(test.elsewhere.town) { try LocalServices($0).find(service.id) }
        #expect(abroad == nil)
    }

    @Test(arguments: Engine.all) func oneIsChangedCheckedAndRemoved(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let keeping = ServiceKeeping(test.house)
        try await test.addService("Épicerie", ["checkedOn": "2026-05-01"])
        let service = try #require(test.facts.services.first)
        #expect(try keeping.list(by: test.administrator, in: test.facts).unchecked == 1)
        var form = LocalServiceForm(service, test.town.categories, test.town.neighbourhoods)
        form.fields.merge(["name": "Épicerie du Port", "helps": "all", "zone": "some", "zone-le-lac": "yes"]) { $1 }
        try await keeping.change(service.id, form, by: test.administrator, in: test.facts)
        #expect(test.facts.services.map(\.name) == ["Épicerie du Port"] && test.facts.services.first?.categories == nil)
        try await keeping.check(service.id, by: test.administrator, in: test.facts)
        #expect(try keeping.list(by: test.administrator, in: test.facts).unchecked == 0)
        try await keeping.remove(service.id, by: test.administrator, in: test.facts)
        try await keeping.remove(service.id, by: test.administrator, in: test.facts)
        #expect(try await stored(test).isEmpty && test.facts.services.isEmpty)
        #expect(try await test.journal(.changedSettings) == ["added", "changed", "checked", "removed", "removed"])
        await #expect(throws: Refusal.notFound) { try await keeping.check(service.id, by: test.administrator, in: test.facts) }
    }

    @Test func theSameTwiceIsOneAndNobodyElseKeepsIt() async throws {
        let test = try await TestHouse()
        try await test.addService()
        await #expect(throws: Refusal.invalid("name", "refusal.serviceKnown")) { try await test.addService("Epicerie du lac") }
        let (keeping, id) = (ServiceKeeping(test.house), try #require(test.facts.services.first).id)
        for actor in [Actor.visitor, test.guide] {
            await #expect(throws: Refusal.notFound) { try await keeping.add(LocalServiceForm(), by: actor, in: test.facts) }
            await #expect(throws: Refusal.notFound) { try await keeping.remove(id, by: actor, in: test.facts) }
            #expect(throws: Refusal.notFound) { _ = try keeping.list(by: actor, in: test.facts) }
        }
        // An administrator of another town, in their own.
        await #expect(throws: Refusal.notFound) { try await keeping.check(id, by: test.administrator, in: test.elsewhere) }
        #expect(test.facts.services.count == 1)
    }

    @Test(arguments: Engine.all) func whereLittleCanBePromisedUpToThreeAreNamed(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        for name in ["D", "C", "B"] { try await test.addService(name) }
        try await test.addService("A", ["hours-6": "14 h - 15 h"])
        try await test.addService("Au lac", ["zone": "some", "zone-le-lac": "yes"])
        try await test.addService("Autre", ["helps": "none"])
        for _ in 0..<3 { _ = try await test.openRequest(["when": "every", "rhythm": "weekly"]) }
        try await LoadSweep(house: test.house).turn(in: test.facts)
        let created = try await test.ask(["when": "every", "rhythm": "weekly"])
        let advice = try #require(try await Capacity(test.house).advice(on: created.request, in: test.facts))
        #expect(advice.services.map(\.service.name) == ["B", "C", "D"], "open ones first, three at most")
        #expect(advice.services.allSatisfy { $0.opening.isOpen })
        let heavy = try await Capacity(test.house).heavy(by: test.guide, in: test.facts)
        #expect(heavy.services.map(\.service.name) == ["B", "C", "D"])
    }

    @Test func whoWaitsBeyondTheHelpersIsToldWhomElseToCall() async throws {
        let test = try await TestHouse()
        try await test.addService()
        let created = try await test.ask(["when": "every", "rhythm": "weekly"])
        func services() async throws -> [String]? {
            try await Requests(test.house).tracked(created.tracking, in: test.facts)?.services.map(\.service.name)
        }
        #expect(try await services() == [], "helpers are still being asked")
        try await test.house.write(test.town.town) { scope in
            var request = created.request
            request.rung = .referent
            try HelpRequests(scope).save(request, mayBePublic: true)
        }
        #expect(try await services() == ["Épicerie du Lac"])
    }
}
