import Domain
import Persistence

/// Everything a town has, for the town itself or for whoever takes over from this service (P-08). In clear.
public struct TownExport: Sendable {
    let house: House

    public init(_ house: House) { self.house = house }

    /// One moment's state, each row a line of JSON.
    public func write(_ town: Town, _ each: @escaping @Sendable (_ table: String, _ line: String) throws -> Void) async throws {
        let entry = JournalEntry(
            at: house.world.now(), actor: nil, action: .exported, subjectKind: "town", subject: nil, purpose: "town export")
        try await house.write(town) { [house] in try Journal($0).append(entry, id: house.world.id()) }
        try await house.read(town) { try TownRows($0).export(each) }
    }
}
