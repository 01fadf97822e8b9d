import AddressSearch
import Database
import Domain
import Geography
import Persistence
import Secrets
import Synchronization

/// The address bases in memory: each is read when it is first asked for, and again when a new one has come in.
public final class AddressBook: Sendable {
    private struct Reading {
        let generation: Int
        let base: Task<AddressBase, any Error>
    }

    private let database: any Database
    private let keys: KeyRing
    private let towns: TownDirectory
    private let readings = Mutex<[Int: Reading]>([:])

    init(database: any Database, keys: KeyRing, towns: TownDirectory) {
        (self.database, self.keys, self.towns) = (database, keys, towns)
    }

    /// Nil when neither the town nor its métropole has addresses.
    func base(of facts: TownFacts) async throws -> AddressBase? {
        guard let source = facts.addresses else { return nil }
        let reading = readings.withLock { readings in
            if let known = readings[source.owner.id], known.generation == source.generation { return known }
            let reading = Reading(generation: source.generation, base: Task { try await self.read(source) })
            readings[source.owner.id] = reading
            return reading
        }
        do {
            return try await reading.base.value
        } catch {
            // Whoever asks next tries again.
            readings.withLock { if $0[source.owner.id]?.base == reading.base { $0[source.owner.id] = nil } }
            throw error
        }
    }

    /// Reads what the towns have, so that nobody waits for it.
    public func warm() async throws {
        for facts in towns.all { _ = try await base(of: facts) }
    }

    private func read(_ source: AddressSource) async throws -> AddressBase {
        try await database.read { [keys] transaction in
            let scope = TownTransaction(transaction, town: source.owner.id, keys: keys)
            var builder = AddressBaseBuilder()
            try AddressStreets(scope, generation: source.generation).forEach { street in
                for row in street.rows { builder.add(row) }
            }
            return builder.finish()
        }
    }
}

/// An address base: whose, and which of its generations. A town without one searches its métropole's.
public struct AddressSource: Sendable {
    let owner: Town
    let generation: Int

    static func all(of towns: [Town], in transaction: any Transaction, _ keys: KeyRing) throws -> [Int: AddressSource] {
        var sources: [Int: AddressSource] = [:]
        for town in towns {
            guard let current = try AddressImports(TownTransaction(transaction, town: town.id, keys: keys)).current() else { continue }
            sources[town.id] = AddressSource(owner: town, generation: current.number)
        }
        return sources
    }
}

extension AddressStreet {
    /// The street as a whole, when the file gives it a place, and each of its doors.
    fileprivate var rows: [AddressRow] {
        func row(_ house: House?, _ point: Point) -> AddressRow {
            AddressRow(
                reference: 0, number: house?.number, suffix: house?.suffix ?? "", street: key.name, locality: locality ?? "",
                postcode: key.postcode, commune: city, insee: key.insee, point: point)
        }
        return (point.map { [row(nil, $0)] } ?? []) + houses.map { row($0, $0.point) }
    }
}
