import Domain
import Persistence

/// Who may be asked for one request: everybody is looked at, or in a very large town only as many as are needed.
public struct WaveFinding {
    /// Up to so many helpers of one kind of help all of them are looked at, and a wave's reasoning counts them all.
    public static let everybodyUpTo = 5_000

    let house: House
    let town: Town
    let scope: TownTransaction
    let request: HelpRequest
    let category: Category
    let now: Moment
    /// Nil: everybody is looked at, however many they are.
    var everybodyUpTo: Int? = Self.everybodyUpTo
    var limits = HelperWalk.Limits()
    /// A dispatcher looks, who also rings.
    private var isByHand = false

    public init(_ house: House, _ town: Town, _ scope: TownTransaction, _ request: HelpRequest, _ category: Category, now: Moment) {
        self.house = house
        self.town = town
        self.scope = scope
        self.request = request
        self.category = category
        self.now = now
    }

    private var facts: TownFacts? { house.towns.town(id: town.id) }
    private var settings: LadderSettings { town.ladder(at: now) }
    private var pool: HelperPool { HelperPool(scope, byHandFor: isByHand ? request.id : nil) }

    /// Those whom the asker would rather have asked first; when none of them is left, everybody.
    ///
    /// - Parameter pools: of requests that are planned together.
    public func result(from pools: HelperPools? = nil) throws -> HelperSearch.Result {
        let search = try search(at: now)
        let known = try Matches(scope).helpers(of: request.beneficiary)
        let size = settings.waveSize(request.urgency)
        let first = pools == nil ? size : max(size, JointWave.candidates)
        let newcomers = pools == nil ? size * settings.newcomerShare / 100 : 0
        if let closest = try closest(search, known, first, newcomers) { return closest }
        if let head = try head(search, known, first: first, newcomers: newcomers) { return head }
        return Self.result(
            search, known, try pools?.candidates(for: request) ?? HelperPool(scope).candidates(for: request, now: now))
    }

    /// The rule applied to everybody, however many they are.
    public func exactResult() throws -> HelperSearch.Result {
        var whole = self
        whole.everybodyUpTo = nil
        return try whole.result()
    }

    /// Whom a dispatcher may ask or ring, best first: so many at least are certain.
    func byHand(_ count: Int) throws -> HelperSearch.Result {
        var whole = self
        whole.isByHand = true
        let search = try search(at: now)
        let known = try Matches(scope).helpers(of: request.beneficiary)
        if let head = try whole.head(search, known, first: count, newcomers: 0) { return head }
        return Self.result(search, known, try whole.pool.candidates(for: request, now: now))
    }

    /// Whether somebody could be asked then.
    func isAnybodyThere(at moment: Moment) throws -> Bool {
        let search = try search(at: moment)
        if let head = try head(search, [], first: 1, newcomers: 0) { return !head.found.isEmpty }
        return try HelperPool(scope).candidates(for: request, now: now).contains(where: search.isEligible)
    }

    func search(at moment: Moment) throws -> HelperSearch {
        let person = try People(scope).find(request.beneficiary)
        return HelperSearch(
            request, category, point: person?.spot?.point, language: person?.language, on: facts?.ground ?? Ground(anchors: [:]),
            settings: settings, at: moment, isNight: RungClock(settings, in: town.timeZone).isNight(moment), in: town.timeZone)
    }

    /// Nil where none of them is left.
    private func closest(_ search: HelperSearch, _ known: Set<ID<Person>>, _ first: Int, _ newcomers: Int) throws -> HelperSearch.Result? {
        guard let scope = request.askedFirst else { return nil }
        if scope == .neighbourhood, let quartier = request.neighbourhood,
            let head = try head(search, known, only: quartier, first: first, newcomers: newcomers)
        {
            return head.found.isEmpty ? nil : head
        }
        let spot = try People(self.scope).find(request.beneficiary)?.spot
        let closest = Self.result(search, known, try HelperPool(self.scope).candidates(for: request, within: scope, of: spot, now: now))
        return closest.found.isEmpty ? nil : closest
    }

    /// Nil where everybody is to be looked at.
    private func head(
        _ search: HelperSearch, _ known: Set<ID<Person>>, only: ID<Neighbourhood>? = nil, first: Int, newcomers: Int
    ) throws -> HelperSearch.Result? {
        let lanes = HelperLanes(scope)
        guard let facts, let everybodyUpTo, try lanes.areMany(in: category.id, moreThan: everybodyUpTo) else { return nil }
        let pool = pool
        let apart = try pool.kept(from: request)
        var walk = HelperWalk(
            search, quartiers: facts.neighbourhoods.map(\.id), only: only, known: known, limits: limits,
            keys: { try lanes.keys(of: $0, for: category.id, after: $1, limit: $2) },
            candidates: { try pool.candidates(among: $0.filter { !apart.contains($0) }, of: category.id, now: now) })
        return try walk.result(first: first, newcomers: newcomers)
    }

    private static func result(_ search: HelperSearch, _ known: Set<ID<Person>>, _ pool: [Candidate]) -> HelperSearch.Result {
        search.result(
            pool.map {
                var candidate = $0
                candidate.hasHelpedBefore = known.contains($0.helper.person)
                return candidate
            })
    }
}
