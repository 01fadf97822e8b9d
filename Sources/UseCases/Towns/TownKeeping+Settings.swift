import Domain
import Persistence

/// What an administrator changes of the town; everybody else learns nothing of it.
extension TownKeeping {
    /// Changes one section of the settings, on top of what others changed meanwhile.
    public func change(_ section: SettingsSection, _ fields: [String: String], in town: Town, by actor: Actor) async throws {
        try await change(town, by: actor, purpose: section.rawValue) { try section.changed($0, fields) }
    }

    /// Puts a logo in place of the present one, or takes it away.
    public func replaceLogo(by logo: Brand.Logo?, in town: Town, by actor: Actor) async throws {
        try await change(town, by: actor, purpose: "logo") { town in
            var town = town
            town.settings.brand.logo = logo
            return town
        }
    }

    public func today(in town: Town) -> CivilDay { CivilDay(house.world.now(), in: town.timeZone) }

    private func change(
        _ town: Town, by actor: Actor, purpose: String, _ change: @escaping @Sendable (Town) throws -> Town
    ) async throws {
        guard actor.has(.administrator) else { throw Refusal.notFound }
        try await house.write(town, listings: true) { scope in
            guard let present = try Towns(scope.sql).find(town.id) else { throw Refusal.notFound }
            let wanted = try change(present)
            guard wanted != present else { return }
            try Towns(scope.sql).save(wanted)
            try record(purpose, by: actor, in: scope)
        }
        try await house.towns.refresh()
    }

    /// Tells caches, and the journal.
    func record(
        _ purpose: String, about subject: (kind: String, id: [UInt8]?) = ("towns", nil), by actor: Actor, in scope: TownTransaction
    ) throws {
        try TownVersions(scope.sql).raiseSettings(of: scope.town)
        let entry = JournalEntry(
            at: house.world.now(), actor: actor.person, action: .changedSettings, subjectKind: subject.kind, subject: subject.id,
            purpose: purpose)
        try Journal(scope).append(entry, id: house.world.id())
    }
}
