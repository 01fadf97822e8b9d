import Domain
import Geography
import Persistence
import Synchronization

/// What is public in a métropole, or in a town alone, kept in step with the database.
final class NearRegion<Subject, Thing: Sendable>: Sendable {
    private struct State {
        /// The version of each commune's lists that the field has.
        var versions: [Int: Int64] = [:]
        var reading: Task<Void, any Error>?
        /// Nothing is read again before; reading takes at most a tenth of the time, however much is written.
        var restsUntil = ContinuousClock.now
        /// Rows as they were read at these versions, for a while: « today » is another day tomorrow.
        var things: [ID<Subject>: (Thing, TownFacts)] = [:]
        var thingsOf: [Int: Int64] = [:]
        var thingsUntil = ContinuousClock.now
    }

    private static var mostThings: Int { 50_000 }
    private let root: Int
    private let rows: NearbyIndex<Subject, Thing>.Rows
    private let field = NearField<Subject>()
    private let state = Mutex(State())

    init(root: Int, rows: NearbyIndex<Subject, Thing>.Rows) {
        self.root = root
        self.rows = rows
    }

    private func communes(_ towns: TownDirectory) -> [TownFacts] { towns.all.filter { $0.town.id == root || $0.town.parent == root } }

    private func versions(_ house: House) -> [Int: Int64] {
        communes(house.towns).reduce(into: [:]) { $0[$1.town.id] = house.towns.listingsVersion($1.town.id) }
    }

    /// Reads what changed since the last time; the first to ask waits for it.
    func follow(_ house: House) async throws {
        let versions = versions(house)
        let reading: Task<Void, any Error>? = state.withLock { state in
            guard state.versions != versions else { return nil }
            if state.reading == nil, ContinuousClock.now >= state.restsUntil {
                state.reading = Task { try await self.read(versions, house) }
            }
            return state.versions.isEmpty ? state.reading : nil
        }
        try await reading?.value
    }

    private func read(_ versions: [Int: Int64], _ house: House) async throws {
        let start = ContinuousClock.now
        defer {
            let taken = ContinuousClock.now - start
            state.withLock { state in
                state.reading = nil
                state.restsUntil = .now + taken * 9
            }
        }
        for facts in communes(house.towns) where state.withLock({ $0.versions[facts.town.id] }) != versions[facts.town.id] {
            field.replace(try await house.read(facts.town, rows.placed), of: facts)
            state.withLock { $0.versions[facts.town.id] = versions[facts.town.id] }
        }
    }

    func question(
        _ around: Around, in facts: TownFacts, _ towns: TownDirectory, _ suits: (TownFacts, Category) -> Bool
    ) -> NearQuestion {
        let communes = Dictionary(uniqueKeysWithValues: communes(towns).map { ($0.town.id, $0) })
        let shelves = field.shelves { shelf in
            guard let owner = communes[shelf.town], let category = owner.category(shelf.category) else { return false }
            return suits(owner, category)
        }
        let origin = Nearness.Place(around.origin) ?? Nearness.Place(x: 0, y: 0)
        let wayRound = Double(facts.town.settings.ladder.wayRound)
        return NearQuestion(
            nearness: field.nearness, around: around, origin: origin, shelves: shelves,
            detour: facts.barriers.isEmpty ? nil : facts.barriers.detour(from: origin, penalty: wayRound))
    }

    /// Those that are still public, with their commune. What was read at the present version of the lists is not read again.
    func things(_ ids: [ID<Subject>], _ house: House) async throws -> [ID<Subject>: (Thing, TownFacts)] {
        let versions = versions(house)
        var (found, missing) = state.withLock { state -> ([ID<Subject>: (Thing, TownFacts)], [ID<Subject>]) in
            if state.thingsOf != versions || ContinuousClock.now > state.thingsUntil {
                (state.things, state.thingsOf, state.thingsUntil) = ([:], versions, .now + .seconds(30))
            }
            let known = ids.compactMap { id in state.things[id].map { (id, $0) } }
            return (Dictionary(known) { first, _ in first }, ids.filter { state.things[$0] == nil })
        }
        guard !missing.isEmpty else { return found }
        for (town, ids) in Dictionary(grouping: missing, by: { field.town(of: $0) }) {
            guard let facts = town.flatMap({ house.towns.town(id: $0) }) else { continue }
            for (id, thing) in try await house.read(facts.town, { [rows] in try rows.find($0, facts, ids) }) { found[id] = (thing, facts) }
        }
        remember(found, versions)
        return found
    }

    private func remember(_ things: [ID<Subject>: (Thing, TownFacts)], _ versions: [Int: Int64]) {
        state.withLock { state in
            guard state.thingsOf == versions else { return }
            if state.things.count > Self.mostThings { state.things = [:] }
            state.things.merge(things) { _, new in new }
        }
    }
}
