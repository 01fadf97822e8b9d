import Database
import Domain
import Geography
import Persistence

/// Fills an empty installation with a fictional métropole of three communes, so that every page has life.
public struct Demo: Sendable {
    let house: House
    let library: DemoLibrary
    let plan: DemoPlan

    /// - Parameter house: made with the plan's world.
    public init(_ house: House, library: DemoLibrary, plan: DemoPlan) {
        self.house = house
        self.library = library
        self.plan = plan
    }

    /// - Throws: `refusal.demoNotEmpty` when there is a town already.
    public func fill() async throws {
        guard house.towns.all.isEmpty else { throw Refusal(.conflict, "refusal.demoNotEmpty") }
        for sheet in library.places.towns { try await open(sheet) }
        try await DemoGround(house: house, places: library.places).lay(plan.chance("streets"))
        for sheet in library.places.towns { try await settle(sheet) }
        try await mark()
    }

    private func open(_ sheet: DemoPlaces.Sheet) async throws {
        let metropole = library.places.towns.first.flatMap { $0.slug == sheet.slug ? nil : $0 }
        var town = try await TownKeeping(house).open(
            TownOpening(
                slug: sheet.slug, name: sheet.name, insee: library.places.insee(of: sheet), parent: metropole?.slug,
                outline: DemoOutlines(library.places).outline(of: sheet)?.writeGeoJSON(), phone: sheet.phone,
                administrator: "admin@\(sheet.slug).demo.invalid"))
        DemoSettings(sheet: sheet, texts: library.texts.town, parent: metropole?.name).apply(to: &town.settings)
        let quartiers = quartiers(sheet)
        try await house.write(town) { [town] scope in
            try Towns(scope.sql).save(town)
            for quartier in quartiers { try Neighbourhoods(scope).save(quartier) }
            try TownVersions(scope.sql).raiseSettings(of: town.id)
        }
        try await house.towns.refresh()
    }

    private func quartiers(_ sheet: DemoPlaces.Sheet) -> [Neighbourhood] {
        let regions = DemoOutlines(library.places).quartiers(of: sheet)
        return zip(sheet.quartiers, regions).enumerated().map { position, pair in
            Neighbourhood(
                id: house.world.id(), slug: pair.0.slug, name: pair.0.name, region: pair.1, anchor: pair.1?.anchor, position: position)
        }
    }

    private func settle(_ sheet: DemoPlaces.Sheet) async throws {
        guard let facts = house.towns.town(slug: sheet.slug), let stage = try await staff(sheet, facts) else { return }
        let writer = DemoWriter(french: library.french, english: library.english)
        var crowd = DemoCrowd(stage, plan: plan, writer: writer)
        let helpers = crowd.helpers(plan.share(of: DemoPlan.helpers, sheet))
        var narrator = DemoNarrator(stage, plan: plan, helpers: helpers, writer: crowd.writer)
        var stories = narrator.stories(plan.share(of: DemoPlan.requests, sheet))
        var settled = narrator.helpers
        var rarities = DemoRarities(stage: stage, chance: plan.chance("\(sheet.slug) rarities"))
        rarities.add(to: &stories, &settled)
        try await house.write(facts.town, listings: true) { [plan, stories, settled] scope in
            var chance = plan.chance("\(sheet.slug) writing")
            let words = ConsentWords(Post(house: house, town: facts.town).localizer("fr"), facts.town)
            let writing = DemoWriting(scope: scope, stage: stage, words: words)
            try writing.write(settled, chance: &chance)
            try writing.write(stories, chance: &chance)
            try DemoReserve(scope: scope, stage: stage).write(settled, stories)
            var luck = plan.chance("\(sheet.slug) mandates")
            try DemoMandates(scope: scope, stage: stage).write(&luck)
            try DemoOrganisations(scope: scope, stage: stage).write(&luck)
            try DemoServices(scope: scope, stage: stage).write(&luck)
            try DemoViews(stage: stage, total: 60_000 * plan.scale * sheet.share).write(in: scope, chance: &chance)
        }
    }

    private func staff(_ sheet: DemoPlaces.Sheet, _ facts: TownFacts) async throws -> DemoStage? {
        guard let email = EmailAddress("admin@\(sheet.slug).demo.invalid") else { return nil }
        let homes = try await DemoHomes(of: facts, in: house)
        return try await house.write(facts.town) { [plan, library] scope in
            guard let administrator = try People(scope).residents(with: email).first else { return nil }
            var chance = plan.chance("\(sheet.slug) staff")
            let staff = DemoStaff(
                sheet, facts, homes, administrator: administrator, opening: plan.opening, names: library.names, chance: &chance)
            try staff.save(in: scope, chance: &chance)
            let calendar = DemoCalendar(facts.town, opening: plan.opening, now: plan.now)
            return DemoStage(facts: facts, homes: homes, staff: staff, calendar: calendar, library: library)
        }
    }

    /// Last, so that a demo that was interrupted is none.
    private func mark() async throws {
        let towns = house.towns.all.map(\.town.id)
        try await house.database.write(.unordered) { sql in
            try Instance(sql).set("demo", to: "yes")
            for town in towns { try TownVersions(sql).raiseSettings(of: town) }
        }
        try await house.towns.refresh()
    }
}
