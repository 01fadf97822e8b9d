import Domain
import Persistence

/// The communes of a métropole, or a town alone, as the directory knew them at one generation.
final class NearCommunes: Sendable {
    /// Shared by all that is kept of it.
    final class Commune: Sendable {
        let facts: TownFacts
        init(_ facts: TownFacts) { self.facts = facts }
    }

    let generation: Int
    let communes: [Int: Commune]
    /// Of each commune's list.
    let versions: [Int: Int64]

    init(root: Int, in towns: TownDirectory, at generation: Int, list: any KeyPath<TownVersions.Version, Int64> & Sendable) {
        let found = towns.all.filter { $0.town.id == root || $0.town.parent == root }
        self.generation = generation
        communes = Dictionary(uniqueKeysWithValues: found.map { ($0.town.id, Commune($0)) })
        versions = communes.keys.reduce(into: [:]) { $0[$1] = towns.version(of: list, $1) }
    }
}
