import Database
import Domain
import Persistence
import TestSupport
import Testing
import UseCases

@Suite struct TownKeepingTests {
    @Test(arguments: Engine.all) func twoTownsOpenedAtOnceAreTwoTowns(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let keeping = TownKeeping(test.house)
        async let one = keeping.open(TownOpening(slug: "un", name: "Un", host: "un.test", administrator: "a@un.test"))
        async let two = keeping.open(TownOpening(slug: "deux", name: "Deux", host: "deux.test", administrator: "a@deux.test"))
        let towns = try await [one, two]
        #expect(Set(towns.map(\.id)).count == 2)
        #expect(test.house.towns.town(slug: "un")?.categories.count == CategoryCatalogue.entries.count)
        #expect(test.house.towns.town(slug: "deux")?.categories.count == CategoryCatalogue.entries.count)
    }

    @Test(arguments: Engine.all) func aTownThatCannotBeOpenedLeavesNothing(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let keeping = TownKeeping(test.house)
        func open(_ slug: String = "neuve", host: String? = nil, parent: String? = nil) async throws {
            _ = try await keeping.open(TownOpening(slug: slug, name: "Neuve", host: host, parent: parent, administrator: "a@neuve.test"))
        }
        try await open("premiere", host: "ville.test")
        await #expect(throws: Refusal.invalid("slug", "refusal.slugTaken")) { try await open("clairval") }
        await #expect(throws: Refusal.invalid("host", "refusal.hostTaken")) { try await open(host: "Ville.TEST") }
        await #expect(throws: Refusal.invalid("parent", "refusal.parent")) { try await open(parent: "nulle-part") }
        let slugs = try await test.house.database.read { try Towns($0).all().map(\.slug) }
        #expect(slugs == ["clairval", "ailleurs", "premiere"])
    }

    @Test func everythingWrongWithAnOpeningIsSaidAtOnce() async throws {
        let test = try await TestHouse()
        let opening = TownOpening(
            slug: "Ça", name: " ", insee: "1", host: "x", outline: Array("{}".utf8), phone: "non", administrator: "nobody")
        let refusal = await #expect(throws: Refusal.self) { try await TownKeeping(test.house).open(opening) }
        #expect(refusal?.fields.map(\.name) == ["slug", "name", "insee", "host", "phone", "admin", "outline"])
    }

    @Test(arguments: Engine.all) func twoAdministratorsDoNotUndoEachOther(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let keeping = TownKeeping(test.house)
        let actor = Actor(person: test.cast.administrator.id, roles: [Role(.administrator)])
        // Both hold the town as it was at first.
        try await keeping.change(.mail, ["senderName": "La mairie"], in: test.town.town, by: actor)
        try await keeping.change(.legal, ["publisher": "Ville de Clairval"], in: test.town.town, by: actor)
        let settings = test.house.towns.town(slug: "clairval")?.town.settings
        #expect(settings?.mailSenderName == "La mairie")
        #expect(settings?.legal.publisher == "Ville de Clairval")
        let traces: Int? = try await test.house.database.read {
            try $0.value("SELECT count(*) FROM journal WHERE action = 'changed_settings' AND actor_id = \(test.cast.administrator.id)")
        }
        #expect(traces == 2)
    }

    @Test func nobodyElseChangesASettingOrACategory() async throws {
        let test = try await TestHouse()
        let keeping = TownKeeping(test.house)
        for actor in [Actor.visitor, Actor(person: test.cast.moderator.id, roles: [Role(.moderator), Role(.referent)])] {
            await #expect(throws: Refusal.notFound) { try await keeping.change(.mail, [:], in: test.town.town, by: actor) }
            await #expect(throws: Refusal.notFound) { try await keeping.replaceLogo(by: nil, in: test.town.town, by: actor) }
            await #expect(throws: Refusal.notFound) {
                try await keeping.switchCategory("pets", on: false, in: test.town.town, by: actor)
            }
        }
    }

    @Test func needsLeaveThePublicListWhenTheirCategoryGoesInsideTheHome() async throws {
        let test = try await TestHouse()
        let actor = Actor(person: test.cast.administrator.id, roles: [Role(.administrator)])
        _ = try await test.ask()
        #expect(try await PublicNeeds(test.house).page(PublicFilter(), in: test.town).items.isEmpty == false)
        var form = CategoryForm(try #require(test.category("groceries")))
        form.fields["tier"] = "2"
        try await TownKeeping(test.house).changeCategory("groceries", form, in: test.town.town, by: actor)
        #expect(try await PublicNeeds(test.house).page(PublicFilter(), in: test.town).items.isEmpty)
    }

    @Test func placesAndSwitchesAreSafeToRepeat() async throws {
        let test = try await TestHouse()
        let keeping = TownKeeping(test.house)
        let actor = Actor(person: test.cast.administrator.id, roles: [Role(.administrator)])
        for _ in 1...2 { try await keeping.placeCategory("conversation", at: 0, in: test.town.town, by: actor) }
        #expect(test.house.towns.town(slug: "clairval")?.categories.prefix(2).map(\.key) == ["conversation", "groceries"])
        for key in test.town.categories.map(\.key).dropLast() {
            try await keeping.switchCategory(key, on: false, in: test.town.town, by: actor)
        }
        await #expect(throws: Refusal(.conflict, "refusal.lastCategory")) {
            try await keeping.switchCategory("other", on: false, in: test.town.town, by: actor)
        }
    }
}
