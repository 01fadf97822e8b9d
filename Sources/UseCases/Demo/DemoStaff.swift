import Domain
import Persistence

/// The accounts of a town, one per role and known by their addresses, and a referent for each quartier.
struct DemoStaff {
    static let roles = ["admin", "moderateur", "referent", "aidant", "habitant", "dpo", "permanence"]

    let sheet: DemoPlaces.Sheet
    let facts: TownFacts
    let opening: Moment
    private(set) var administrator: Person
    private(set) var moderator: Person
    private(set) var officer: Person
    private(set) var attendant: Person
    private(set) var helper: Person
    private(set) var resident: Person
    private(set) var family: [Person]
    /// One per quartier, in the town's order.
    private(set) var referents: [Person]

    /// - Parameter administrator: made when the town was opened, still without a name.
    init(
        _ sheet: DemoPlaces.Sheet, _ facts: TownFacts, _ homes: DemoHomes, administrator: Person, opening: Moment, names: DemoNames,
        chance: inout SeededChance
    ) {
        self.sheet = sheet
        self.facts = facts
        self.opening = opening
        self.administrator = administrator
        let quartiers = facts.neighbourhoods
        func person(_ account: String, _ first: String, _ last: String, in quartier: Int, phone: String?) -> Person {
            let quartier = quartiers.indices.contains(quartier) ? quartiers[quartier].id : nil
            let home = homes.pick(in: quartier, &chance)
            return Person(
                id: chance.id(at: opening), firstName: first, lastName: last, email: EmailAddress("\(account)@\(sheet.slug).demo.invalid"),
                phone: phone.flatMap(PhoneNumber.init), channel: .email, neighbourhood: quartier, place: home?.label, spot: home?.spot,
                hasAccount: true, createdAt: opening)
        }
        func named(_ account: String, phone: String? = nil) -> Person {
            let name = sheet.people[account] ?? []
            return person(account, name.first ?? account, name.last ?? account, in: 0, phone: phone)
        }
        let name = sheet.people["admin"] ?? []
        self.administrator.firstName = name.first ?? administrator.firstName
        self.administrator.lastName = name.last
        moderator = named("moderateur")
        officer = named("dpo")
        helper = named("aidant", phone: "06 39 98 01 01")
        resident = named("habitant", phone: "06 39 98 02 02")
        let family = sheet.people["famille"] ?? []
        self.family = family.dropLast().map { person("famille", $0, family.last ?? "", in: 1, phone: nil) }
        var referents = [named("referent", phone: "06 39 98 03 03")]
        for index in quartiers.indices.dropFirst() {
            let name = names.person(&chance)
            let phone = "06 39 98 04 \(index < 10 ? "0" : "")\(index)"
            referents.append(person("referent.\(quartiers[index].slug)", name.first, name.last, in: index, phone: phone))
        }
        self.referents = referents
        attendant = named("permanence")
    }

    var everybody: [Person] { [moderator, officer, attendant, helper, resident] + family + referents }

    /// Stores them with their roles.
    func save(in scope: TownTransaction, chance: inout SeededChance) throws {
        let people = try People(scope)
        try people.save(administrator)
        for person in everybody { try people.insert(person) }
        let roles = Roles(scope)
        try roles.grant(Role(.moderator), to: moderator.id, id: chance.id(at: opening), by: administrator.id, now: opening)
        try roles.grant(Role(.dpo), to: officer.id, id: chance.id(at: opening), by: administrator.id, now: opening)
        try roles.grant(Role(.operator), to: attendant.id, id: chance.id(at: opening), by: administrator.id, now: opening)
        for (quartier, referent) in zip(facts.neighbourhoods, referents) {
            let role = Role(.referent, neighbourhood: quartier.id)
            try roles.grant(role, to: referent.id, id: chance.id(at: opening), by: administrator.id, now: opening)
        }
    }

    /// The helper was met by the first referent and may come inside homes.
    var availability: Helper {
        var availability = Helper(
            person: helper.id, categories: Set(facts.activeCategories.filter { $0.tier <= .insideHome }.map(\.id)),
            neighbourhood: helper.neighbourhood, joinedAt: opening)
        availability.radius = 10_000
        availability.travel = .car
        availability.languages = ["fr", "en"]
        availability.weeklyAsks = 7
        availability.tier = .insideHome
        availability.charterVersion = facts.town.settings.charterVersion
        availability.charterAcceptedAt = opening
        return availability
    }
}
