import Database
import Domain
import Geography
import Persistence
import Secrets
import Synchronization

/// A town with what nearly every page needs of it.
public struct TownFacts: Sendable {
    public let town: Town
    /// In the town's order, those switched off included.
    public let categories: [Category]
    public let neighbourhoods: [Neighbourhood]
    /// The directory of services, in no order that a reader would want.
    public let services: [LocalService]
    /// By number; none without an address base.
    public let cells: [Int: HomeCell]
    /// Rivers and railways that lengthen a walk.
    let barriers: Barriers
    /// How far it is between two places of the town.
    let ground: Ground
    /// The base that the town's forms search; nil without one.
    let addresses: AddressSource?
    /// Whether, without a base, another service is asked where an address is.
    public let isGeocoded: Bool
    /// A word that changes with the colours and the logo: their addresses carry it, so that no browser shows yesterday's.
    public let look: String
    private let categoryByID: [ID<Category>: Category]
    private let neighbourhoodByID: [ID<Neighbourhood>: Neighbourhood]

    public init(
        town: Town, categories: [Category], neighbourhoods: [Neighbourhood], services: [LocalService] = [], cells: [HomeCell] = [],
        barriers: Barriers = Barriers([]), addresses: AddressSource? = nil, isGeocoding: Bool = false
    ) {
        self.town = town
        self.categories = categories
        self.neighbourhoods = neighbourhoods
        self.services = services
        self.cells = Dictionary(uniqueKeysWithValues: cells.map { ($0.number, $0) })
        self.barriers = barriers
        ground = Ground(of: neighbourhoods, barriers, wayRound: town.settings.ladder.wayRound)
        self.addresses = addresses
        isGeocoded = isGeocoding && addresses == nil && town.insee != nil
        let brand = town.settings.brand
        look = Digest.of([brand.brand, brand.accent, brand.logo?.data ?? ""]).prefix(6).map { String($0, radix: 16) }.joined()
        categoryByID = Dictionary(uniqueKeysWithValues: categories.map { ($0.id, $0) })
        neighbourhoodByID = Dictionary(uniqueKeysWithValues: neighbourhoods.map { ($0.id, $0) })
    }

    /// Whether forms ask for an address.
    public var hasAddresses: Bool { addresses != nil || isGeocoded }
    public var activeCategories: [Category] { categories.filter(\.isActive) }
    public func category(_ id: ID<Category>) -> Category? { categoryByID[id] }
    public func category(key: String) -> Category? { categories.first { $0.key == key } }
    public func neighbourhood(_ id: ID<Neighbourhood>?) -> Neighbourhood? { id.flatMap { neighbourhoodByID[$0] } }
    public func neighbourhood(slug: String) -> Neighbourhood? { neighbourhoods.first { $0.slug == slug } }
}

extension Ground {
    fileprivate init(of quartiers: [Neighbourhood], _ barriers: Barriers, wayRound: Int) {
        self.init(
            anchors: Dictionary(uniqueKeysWithValues: quartiers.compactMap { quartier in quartier.anchor.map { (quartier.id, $0) } }),
            spreads: Dictionary(uniqueKeysWithValues: quartiers.map { ($0.id, $0.spread) }), barriers: barriers,
            wayRound: Double(wayRound))
    }
}

/// The towns in memory, by slug and by host; looked up again when a version has risen, here or in another process.
public final class TownDirectory: Sendable {
    private struct State {
        var bySlug: [String: TownFacts] = [:]
        var byHost: [String: TownFacts] = [:]
        var byID: [Int: TownFacts] = [:]
        /// As the database has them.
        var versions: [Int: TownVersions.Version] = [:]
        /// Changes of this process's own, of which it need not be told.
        var changes: [Int: TownVersions.Version] = [:]
        var generation = 0
        var isDemo = false
    }

    private let database: any Database
    private let keys: KeyRing
    private let isGeocoding: Bool
    private let state = Mutex(State())
    private let lastLook = Mutex<Task<Void, any Error>?>(nil)

    init(database: any Database, keys: KeyRing, isGeocoding: Bool) {
        self.database = database
        self.keys = keys
        self.isGeocoding = isGeocoding
    }

    public func town(slug: String) -> TownFacts? { state.withLock { $0.bySlug[slug] } }
    public func town(host: String) -> TownFacts? { state.withLock { $0.byHost[host] } }
    public func town(id: Int) -> TownFacts? { state.withLock { $0.byID[id] } }
    public var all: [TownFacts] { state.withLock { $0.byID.values.sorted { $0.town.id < $1.town.id } } }
    public var isDemo: Bool { state.withLock { $0.isDemo } }

    /// Rises whenever something that the public sees of a town has changed.
    public func listingsVersion(_ town: Int) -> Int64 { version(of: \.listings, town) }

    /// The counter of one list.
    func version(of list: any KeyPath<TownVersions.Version, Int64> & Sendable, _ town: Int) -> Int64 {
        state.withLock { ($0.versions[town]?[keyPath: list] ?? 0) + ($0.changes[town]?[keyPath: list] ?? 0) }
    }

    /// Rises whenever anything above has changed, of any town: what was worked out at one generation holds until the next.
    var generation: Int { state.withLock { $0.generation } }

    func listingsChanged(_ lists: PublicLists, of town: Int) {
        state.withLock { state in
            state.changes[town, default: .init()].rise(lists)
            state.generation += 1
        }
    }

    /// Looks at the versions, and at the towns if one has risen. `serve` does it twice a second, a change of settings at once.
    ///
    /// One after the other: of two at once the slower could put back what the other had read later.
    public func refresh() async throws {
        let look = lastLook.withLock { last in
            let look = Task { [before = last] in
                _ = await before?.result
                try await self.look()
            }
            last = look
            return look
        }
        try await look.value
    }

    private func look() async throws {
        let known = state.withLock { $0.versions.mapValues(\.settings) }
        let versions = try await database.read { try TownVersions($0).all() }
        if versions.mapValues(\.settings) != known { try await reload() }
        state.withLock { state in
            guard state.versions != versions else { return }
            state.versions = versions
            state.generation += 1
        }
    }

    private func reload() async throws {
        let (facts, isDemo) = try await database.read { [keys, isGeocoding] transaction in
            let towns = try Towns(transaction).all()
            let sources = try AddressSource.all(of: towns, in: transaction, keys)
            let facts = try towns.map { town in
                let scope = TownTransaction(transaction, town: town.id, keys: keys)
                return TownFacts(
                    town: town, categories: try Categories(scope).all(), neighbourhoods: try Neighbourhoods(scope).all(),
                    services: try LocalServices(scope).all(), cells: try HomeCells(scope).all(),
                    barriers: Barriers(try Grounds(scope).barriers().flatMap(\.lines)),
                    addresses: sources[town.id] ?? town.parent.flatMap { sources[$0] }, isGeocoding: isGeocoding)
            }
            return (facts, try Instance(transaction).isDemo)
        }
        state.withLock { state in
            state.bySlug = Dictionary(uniqueKeysWithValues: facts.map { ($0.town.slug, $0) })
            state.byHost = Dictionary(facts.compactMap { facts in facts.town.host.map { ($0, facts) } }) { first, _ in first }
            state.byID = Dictionary(uniqueKeysWithValues: facts.map { ($0.town.id, $0) })
            state.isDemo = isDemo
        }
    }
}
