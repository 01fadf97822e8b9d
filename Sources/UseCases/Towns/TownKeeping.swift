import Database
import Domain
import Geography
import Localization
import Persistence
import Secrets

/// What is needed to open a town.
public struct TownOpening: Sendable {
    public var slug: String
    public var name: String
    public var insee: String?
    public var host: String?
    public var parent: String?
    /// GeoJSON of the commune's outline.
    public var outline: [UInt8]?
    public var phone: String?
    public var administrator: String

    public init(
        slug: String, name: String, insee: String? = nil, host: String? = nil, parent: String? = nil, outline: [UInt8]? = nil,
        phone: String? = nil, administrator: String
    ) {
        self.slug = slug
        self.name = name
        self.insee = insee
        self.host = host
        self.parent = parent
        self.outline = outline
        self.phone = phone
        self.administrator = administrator
    }
}

/// Opening towns and keeping their settings.
public struct TownKeeping: Sendable {
    let house: House

    public init(_ house: House) { self.house = house }

    /// Opens a town with the default catalogue and an administrator, who owns what nobody else does.
    public func open(_ opening: TownOpening) async throws -> Town {
        guard Town.isSlug(opening.slug) else { throw Refusal.invalid("slug", "refusal.slug") }
        guard let email = EmailAddress(opening.administrator) else { throw Refusal.invalid("admin", "refusal.email") }
        guard house.towns.town(slug: opening.slug) == nil else { throw Refusal.invalid("slug", "refusal.slugTaken") }
        let parent = try opening.parent.map { slug in
            guard let facts = house.towns.town(slug: slug) else { throw Refusal.invalid("parent", "refusal.parent") }
            return facts.town.id
        }
        let now = house.world.now()
        var settings = TownSettings()
        settings.phone = opening.phone
        let town = try await house.database.write(.unordered) { [settings] sql in
            let town = try Towns(sql).insert(
                slug: opening.slug, name: opening.name, insee: opening.insee, parent: parent, host: opening.host, settings: settings,
                now: now)
            try TownVersions(sql).raiseSettings(of: town.id)
            return town
        }
        try house.keys.create(town: town.id)
        try await house.write(town) { scope in try furnish(town, email, now, in: scope) }
        try await house.towns.refresh()
        return town
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
