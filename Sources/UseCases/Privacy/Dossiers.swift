import Database
import Domain
import Persistence

/// What the officer's files say of this town and this installation (C-01, P-08, P-10): only what is so, as it is now.
public struct Dossiers: Sendable {
    let house: House

    public init(_ house: House) { self.house = house }

    public struct Facts: Sendable, Equatable {
        /// How many people hold each role today.
        public var staff: [Role.Kind: Int]
        public var journal: JournalStanding
        /// `SQLite`, `PostgreSQL`.
        public var database: String
        public var site: String
        public var isEncryptedInTransit: Bool
        public var now: Moment
    }

    public func facts(by actor: Actor, in town: Town) async throws -> Facts {
        guard actor.has(.dpo) else { throw Refusal.notFound }
        let (now, site) = (house.world.now(), house.base(of: town))
        let database = house.database.dialect == .sqlite ? "SQLite" : "PostgreSQL"
        return try await house.read(town) { scope in
            let staff = try Role.Kind.allCases.map { ($0, try Staff(scope).holding($0).count) }
            return Facts(
                staff: Dictionary(uniqueKeysWithValues: staff), journal: try JournalProof(scope).standing(), database: database, site: site,
                isEncryptedInTransit: site.hasPrefix("https://"), now: now)
        }
    }

    /// Who works for the town with these data, one a line, as the contract names them.
    public func change(_ fields: [String: String], by actor: Actor, in town: Town) async throws {
        guard actor.has(.dpo) else { throw Refusal.notFound }
        var reader = FormReader()
        let processors = reader.text("processors", fields["processors"], atMost: 2_000)
        try reader.finish()
        let now = house.world.now()
        try await house.write(town) { [house] scope in
            guard var present = try Towns(scope.sql).find(town.id), present.settings.privacy.processors != processors else { return }
            present.settings.privacy.processors = processors
            try Towns(scope.sql).save(present)
            try TownVersions(scope.sql).raiseSettings(of: scope.town)
            try Journal(scope).append(
                JournalEntry(
                    at: now, actor: actor.person, action: .changedSettings, subjectKind: "towns", subject: nil, purpose: "processors"),
                id: house.world.id())
        }
        try await house.towns.refresh()
    }
}
