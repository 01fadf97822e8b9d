import Database
import Domain
import Persistence

/// Which address base a town searches: its own, else that of its métropole.
struct AddressBases: Sendable {
    struct Base: Sendable, Hashable {
        /// Whose it is.
        let town: Town
        let generation: Int

        static func == (left: Base, right: Base) -> Bool { left.town.id == right.town.id && left.generation == right.generation }
        func hash(into hasher: inout Hasher) {
            hasher.combine(town.id)
            hasher.combine(generation)
        }
    }

    let house: House

    init(_ house: House) { self.house = house }

    /// Nil when neither has one.
    func base(of town: Town) async throws -> Base? {
        let parent = town.parent.flatMap { house.towns.town(id: $0)?.town }
        for owner in [town, parent].compactMap(\.self) {
            if let current = try await house.read(owner, { try AddressImports($0).current() }) {
                return Base(town: owner, generation: current.number)
            }
        }
        return nil
    }
}
