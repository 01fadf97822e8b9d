import Domain
import Geography
import Persistence
import Synchronization

/// What is public in a métropole, or in a town alone, kept in step with the database.
final class NearRegion<Subject, Thing: Sendable>: Sendable {
    private struct State {
        var communes: NearCommunes?
        /// The version of each commune's lists that the field has, and the generation at which that was seen to be the present one.
        var versions: [Int: Int64] = [:]
        var followed = -1
        var reading: Task<Void, any Error>?
        /// Nothing is read again before; reading takes at most a tenth of the time, however much is written.
        var restsUntil = ContinuousClock.now
        var kept = KeptThings<Subject, Thing>()
    }

    private let root: Int
    private let rows: NearbyIndex<Subject, Thing>.Rows
    private let field = NearField<Subject>()
    private let state = Mutex(State())

    init(root: Int, rows: NearbyIndex<Subject, Thing>.Rows) {
        self.root = root
        self.rows = rows
    }

    /// Reads what changed since the last time; the first to ask waits for it.
    /// - Returns: the communes as they are now.
    func follow(_ house: House) async throws -> NearCommunes {
        let communes = communes(house.towns)
        let reading: Task<Void, any Error>? = state.withLock { state in
            guard state.followed != communes.generation else { return nil }
            guard state.versions != communes.versions else {
                state.followed = communes.generation
                return nil
            }
            if state.reading == nil, ContinuousClock.now >= state.restsUntil {
                state.reading = Task { try await self.read(communes, house) }
            }
            return state.versions.isEmpty ? state.reading : nil
        }
        try await reading?.value
        return communes
    }

    private func communes(_ towns: TownDirectory) -> NearCommunes {
        let generation = towns.generation
        if let known = state.withLock({ $0.communes }), known.generation == generation { return known }
        let communes = NearCommunes(root: root, in: towns, at: generation, list: rows.version)
        state.withLock { $0.communes = communes }
        return communes
    }

    private func read(_ communes: NearCommunes, _ house: House) async throws {
        let start = ContinuousClock.now
        defer {
            let taken = ContinuousClock.now - start
            state.withLock { state in
                state.reading = nil
                state.restsUntil = .now + taken * 9
            }
        }
        for (town, commune) in communes.communes where state.withLock({ $0.versions[town] }) != communes.versions[town] {
            field.replace(try await house.read(commune.facts.town, rows.placed), of: commune.facts)
            state.withLock { $0.versions[town] = communes.versions[town] }
        }
    }

    func question(_ around: Around, _ filter: PublicFilter, in facts: TownFacts, _ communes: NearCommunes) -> NearQuestion {
        let shelves = field.shelves(NearChoice(filter), at: communes.generation) { shelf in
            guard let category = communes.communes[shelf.town]?.facts.category(shelf.category) else { return false }
            return rows.isPublic(category) && filter.suits(category)
        }
        let origin = Nearness.Place(around.origin) ?? Nearness.Place(x: 0, y: 0)
        let wayRound = Double(facts.town.settings.ladder.wayRound)
        return NearQuestion(
            nearness: field.nearness, around: around, origin: origin, shelves: shelves,
            detour: facts.barriers.isEmpty ? nil : facts.barriers.detour(from: origin, penalty: wayRound))
    }

    /// Each of these in this order, nil for what is no longer public. What was read at the present version of the lists is not read again.
    func things(_ ids: [ID<Subject>], of communes: NearCommunes, _ house: House) async throws -> [KeptThing<Thing>?] {
        let now = house.world.now()
        let (found, missing) = state.withLock { state in
            state.kept.turn(to: communes, now: now)
            return state.kept.look(for: ids)
        }
        guard !missing.isEmpty else { return found }
        let read = try await read(missing, of: communes, house)
        state.withLock { $0.kept.keep(read, at: communes) }
        return zip(ids, found).map { id, known in known ?? read[id] ?? nil }
    }

    private func read(_ ids: [ID<Subject>], of communes: NearCommunes, _ house: House) async throws -> [ID<Subject>: KeptThing<Thing>?] {
        var read = Dictionary(ids.map { ($0, KeptThing<Thing>?.none) }) { first, _ in first }
        for (town, ids) in Dictionary(grouping: ids, by: { field.town(of: $0) }) {
            guard let commune = town.flatMap({ communes.communes[$0] }) else { continue }
            let things = try await house.read(commune.facts.town) { [rows] in try rows.find($0, commune.facts, ids) }
            for (id, thing) in things { read[id] = KeptThing(thing, of: commune) }
        }
        return read
    }
}
