import Domain
import Foundation
import Persistence
import Secrets

/// The end of a town (P-08): its keys first, so that nothing opens any more wherever copies lie, then its rows, then a certificate.
///
/// The journal goes with the rest: without the keys it proves nothing. Its last number stands in the certificate.
public struct TownErasing: Sendable {
    static let ledger = "erased-towns"
    let house: House
    /// Rows per transaction.
    var batch = 1_000

    public init(_ house: House) { self.house = house }

    public struct Certificate: Sendable, Encodable {
        public var town: String
        public var slug: String
        public var insee: String?
        /// ISO 8601, UTC.
        public var erasedAt: String
        /// Purpose, generation and fingerprint of each key that was destroyed.
        public var destroyedKeys: [String]
        /// Rows that were deleted, by table.
        public var rows: [String: Int]
        public var lastJournalEntry: Int64
    }

    /// - Throws: `conflict` while other towns belong to this one.
    public func erase(_ town: Town) async throws -> Certificate {
        guard !house.towns.all.contains(where: { $0.town.parent == town.id }) else { throw Refusal(.conflict, "refusal.townHasCommunes") }
        let now = house.world.now()
        let last = try await house.read(town) { try Journal($0).lastNumber() }
        let keys = try house.keys.fingerprints(town: town.id)
        // Before the keys: whatever stops this from here on, the next start goes on with it.
        try house.keys.note("\(town.id) \(town.createdAt.milliseconds) \(now.milliseconds) \(town.slug)", in: Self.ledger)
        try house.keys.erase(town: town.id)
        let rows = try await deleteRows(of: town)
        try await house.towns.refresh()
        return Certificate(
            town: town.name, slug: town.slug, insee: town.insee,
            erasedAt: Date(timeIntervalSince1970: Double(now.milliseconds) / 1_000).formatted(.iso8601), destroyedKeys: keys, rows: rows,
            lastJournalEntry: last)
    }

    private func deleteRows(of town: Town) async throws -> [String: Int] {
        var counts: [String: Int] = [:]
        for table in try await house.read(town, { try TownTable.all($0.sql) }) {
            var deleted = batch
            while deleted == batch {
                deleted = try await house.write(town) { [batch] in try TownRows($0).delete(from: table, limit: batch) }
                counts[table.name, default: 0] += deleted
            }
        }
        // What another process wrote meanwhile goes with the town's own row.
        try await house.write(town) { scope in
            for table in try TownTable.all(scope.sql) { while try TownRows(scope).delete(from: table, limit: 10_000) > 0 {} }
            try TownRows(scope).deleteTown()
        }
        return counts.filter { $0.value > 0 }
    }
}

extension TownErasing {
    /// At each start: a town that was erased and is back, from a restored copy of the database, or half gone, is erased again.
    /// - Returns: how many.
    public func replay() async throws -> Int {
        let lines = try Self.lines(house.keys)
        let back = house.towns.all.map(\.town).filter { town in
            lines.contains { $0.town == town.id && $0.createdAt == town.createdAt.milliseconds }
        }
        for town in back {
            try house.keys.erase(town: town.id)
            _ = try await deleteRows(of: town)
        }
        if !back.isEmpty { try await house.towns.refresh() }
        return back.count
    }

    /// No later town bears the number of one that was erased: its keys would be taken for the other's.
    static func lastNumber(_ keys: KeyRing) throws -> Int { try lines(keys).map(\.town).max() ?? 0 }

    private static func lines(_ keys: KeyRing) throws -> [(town: Int, createdAt: Int64)] {
        try keys.notes(in: ledger).compactMap { line in
            let parts = line.split(separator: " ")
            guard parts.count == 4, let town = Int(parts[0]), let createdAt = Int64(parts[1]) else { return nil }
            return (town, createdAt)
        }
    }
}
