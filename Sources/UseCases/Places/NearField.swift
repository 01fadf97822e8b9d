import Domain
import Geography
import Synchronization

/// What is public in a town, or in all communes of a métropole, by where the public measures it from.
final class NearField<Subject>: Sendable {
    /// Each category of each commune lies on a shelf of its own, so that a question reads only what it asks for.
    struct Shelf: Hashable {
        let town: Int
        let category: ID<Category>
    }

    private struct State {
        var shelves: [Shelf: UInt16] = [:]
        var towns: [Int] = []
        var known: [Int: Set<ID<Subject>>] = [:]
        /// The shelves of what was asked for at this generation.
        var chosen: [NearChoice: [UInt16]] = [:]
        var chosenAt = -1
    }

    let nearness = Nearness(.geographic)
    private let state = Mutex(State())

    /// Puts the things of a commune in the place of those known before.
    func replace(_ things: [Placed<Subject>], of facts: TownFacts) {
        let before = state.withLock { $0.known[facts.town.id] ?? [] }
        var now: Set<ID<Subject>> = []
        for thing in things where facts.category(thing.category) != nil {
            guard let place = facts.anchor(of: thing).flatMap({ Nearness.Place($0) }) else { continue }
            now.insert(thing.id)
            let entry = Nearness.Entry(
                id: thing.id.number, category: shelf(Shelf(town: facts.town.id, category: thing.category)), place: place,
                time: thing.createdAt.milliseconds)
            if nearness.entry(entry.id) != entry { nearness.insert(entry) }
        }
        for gone in before.subtracting(now) { nearness.remove(gone.number) }
        state.withLock { [now] in $0.known[facts.town.id] = now }
    }

    /// The shelves of this choice, in all communes; looked for once in each generation.
    func shelves(_ choice: NearChoice, at generation: Int, _ suits: (Shelf) -> Bool) -> [UInt16] {
        state.withLock { state in
            if state.chosenAt != generation { (state.chosen, state.chosenAt) = ([:], generation) }
            if let known = state.chosen[choice] { return known }
            let found = state.shelves.filter { suits($0.key) }.map(\.value).sorted()
            state.chosen[choice] = found
            return found
        }
    }

    /// Whose thing it is.
    func town(of id: ID<Subject>) -> Int? {
        guard let entry = nearness.entry(id.number) else { return nil }
        return state.withLock { $0.towns[Int(entry.category)] }
    }

    private func shelf(_ shelf: Shelf) -> UInt16 {
        state.withLock { state in
            if let known = state.shelves[shelf] { return known }
            let number = UInt16(state.towns.count)
            state.shelves[shelf] = number
            state.towns.append(shelf.town)
            state.chosen = [:]
            return number
        }
    }
}

/// What of a filter counts for what is near.
struct NearChoice: Hashable {
    let category: ID<Category>?
    let way: PublicFilter.Way?

    init(_ filter: PublicFilter) { (category, way) = (filter.category?.id, filter.way) }
}

extension ID {
    var number: UInt128 { UInt128(high) << 64 | UInt128(low) }
    init(_ number: UInt128) { self.init(high: UInt64(number >> 64), low: UInt64(truncatingIfNeeded: number)) }
}

extension TownFacts {
    /// Where the public measures from: the cell's anchor, else the quartier's.
    func anchor<Subject>(of thing: Placed<Subject>) -> Point? {
        thing.cell.flatMap { cells[$0]?.anchor } ?? neighbourhood(thing.neighbourhood)?.anchor
    }
}
