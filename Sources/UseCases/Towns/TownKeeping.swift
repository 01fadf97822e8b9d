import Database
import Domain
import Geography
import Localization
import Persistence
import Secrets

/// Opening towns and keeping their settings.
public struct TownKeeping: Sendable {
    let house: House

    public init(_ house: House) { self.house = house }

    /// Opens a town with the default catalogue and an administrator, who owns what nobody else does. Wholly, or not at all.
    public func open(_ opening: TownOpening) async throws -> Town {
        let facts = try opening.checked()
        let now = house.world.now()
        var settings = TownSettings()
        settings.phone = facts.phone
        // The instance's own lock: two towns opened at once get two numbers.
        let town = try await house.database.write(.town(0)) { [settings] sql in
            let towns = Towns(sql)
            guard try !towns.isTaken(slug: facts.slug) else { throw Refusal.invalid("slug", "refusal.slugTaken") }
            if let host = facts.host, try towns.isTaken(host: host) { throw Refusal.invalid("host", "refusal.hostTaken") }
            let parent = try opening.parent.map { slug in
                guard let parent = try towns.all().first(where: { $0.slug == slug }) else {
                    throw Refusal.invalid("parent", "refusal.parent")
                }
                return parent.id
            }
            let town = try towns.insert(
                slug: facts.slug, name: facts.name, insee: facts.insee, parent: parent, host: facts.host, settings: settings,
                outline: facts.outline, above: try TownErasing.lastNumber(house.keys), now: now)
            try furnish(town, facts.administrator, now, sql)
            return town
        }
        try await house.towns.refresh()
        return town
    }

    /// Keys are files: if anything fails after they are made, they go as the rows do.
    private func furnish(_ town: Town, _ administrator: EmailAddress, _ now: Moment, _ sql: any Transaction) throws {
        try house.keys.create(town: town.id)
        do {
            try furnish(town, administrator, now, in: TownTransaction(sql, town: town.id, keys: house.keys))
        } catch {
            try house.keys.erase(town: town.id)
            throw error
        }
    }

    private func furnish(_ town: Town, _ email: EmailAddress, _ now: Moment, in scope: TownTransaction) throws {
        for category in standardCategories { try Categories(scope).save(category) }
        let person = Person(
            id: house.world.id(), firstName: String(email.text.prefix { $0 != "@" }), email: email, channel: .email, hasAccount: true,
            createdAt: now)
        try People(scope).insert(person)
        try Roles(scope).grant(Role(.administrator), to: person.id, id: house.world.id(), by: nil, now: now)
        try TownVersions(scope.sql).raiseSettings(of: town.id)
    }

    private var standardCategories: [Category] {
        let speakers = Language.allCases.map { Localizer(language: $0, catalogue: house.catalogue) }
        func words(_ key: String) -> [String: String] {
            Dictionary(uniqueKeysWithValues: speakers.map { ($0.language.rawValue, $0(key)) })
        }
        return CategoryCatalogue.entries.enumerated().map { position, entry in
            Category(
                id: house.world.id(), key: entry.key, labels: words("catalogue.\(entry.key)"),
                guidance: entry.isGuided ? words("catalogue.\(entry.key).guidance") : [:], icon: entry.icon, mode: entry.mode,
                tier: entry.tier, position: position)
        }
    }
}
