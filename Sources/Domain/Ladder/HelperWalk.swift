/// The first of a search over very many helpers, found without looking at most of them.
///
/// Helpers stand in lanes, whose turn it is first. Of the lanes that can hold somebody of the next band of travel time, the heads are read
/// until so many are eligible that nobody who was not read could stand before them: the same people in the same order as
/// `HelperSearch.result` of everybody would give. Who has helped this person before is looked at by name.
public struct HelperWalk {
    /// The next of a lane after somebody; fewer than asked for only at its end.
    public typealias Keys = (HelperLane, HelperKey?, Int) throws -> [HelperKey]
    /// Those of these people who may be asked, as `HelperSearch` wants them, in any order.
    public typealias Candidates = ([ID<Person>]) throws -> [Candidate]

    /// How much is looked at before a walk gives up.
    public struct Limits: Sendable {
        public var keys = 20_000
        public var candidates = 2_000
        /// Of those whom nobody ever asked, for their share of a wave: beyond it a wave does without.
        public var newcomers = 4_000
        /// Keys of a town's lane that were of other quartiers, before each quartier's lane is read.
        public var waste = 1_000
        /// From more quartiers of one way of travel on, a lane of the town is tried.
        public var lanes = 8
        /// Keys read at first from one lane.
        public var chunk = 3
        /// Helpers looked at in one go.
        public var batch = 24

        public init() {}
    }

    private let search: HelperSearch
    private let quartiers: [ID<Neighbourhood>]
    private let only: ID<Neighbourhood>?
    private let known: Set<ID<Person>>
    private let limits: Limits
    private let keys: Keys
    private let candidates: Candidates
    private var seen: Set<ID<Person>> = []
    private var found: [HelperSearch.Found] = []
    private var excluded: [HelperSearch.Obstacle: Int] = [:]
    private var passed = 0

    /// - Parameters:
    ///   - quartiers: all of the town.
    ///   - only: the one whose helpers are asked first; nil for all.
    ///   - known: who has helped this person before.
    public init(
        _ search: HelperSearch, quartiers: [ID<Neighbourhood>], only: ID<Neighbourhood>? = nil, known: Set<ID<Person>>,
        limits: Limits = Limits(), keys: @escaping Keys, candidates: @escaping Candidates
    ) {
        self.search = search
        self.quartiers = quartiers
        self.only = only
        self.known = known
        self.limits = limits
        self.keys = keys
        self.candidates = candidates
    }

    private enum Outcome { case enough, everybody, tooMuch }

    /// - Parameters:
    ///   - first: how many are wanted at the head, whoever is known before them not counted.
    ///   - newcomers: how many of those who were never asked, who has waited longest first, wherever they stand.
    /// - Returns: the head in its order and others who were seen; nil where very many were looked at and nobody was eligible.
    public mutating func result(first: Int, newcomers: Int) throws -> HelperSearch.Result? {
        try look(at: known.sorted())
        if let only { found.removeAll { $0.candidate.helper.neighbourhood != only } }
        let outcome = try walk(first + found.count(where: stands(apart:)))
        if outcome == .tooMuch, found.allSatisfy(\.candidate.isAskedLater) { return nil }
        if newcomers > 0, outcome != .everybody { try walkNewcomers(newcomers) }
        let ranked = found.map { ($0, HelperSearch.Rank($0)) }.sorted { $0.1 < $1.1 }
        return HelperSearch.Result(found: ranked.map(\.0), excluded: excluded, isPartial: true)
    }

    private mutating func walk(_ wanted: Int) throws -> Outcome {
        var ahead = search.openings(in: quartiers, only: only)
        while let band = ahead.map(\.band).min() {
            if certain(before: band) >= wanted { return .enough }
            let open = ahead.filter { $0.band == band }.map(\.lane)
            ahead.removeAll { $0.band == band }
            let outcome = try walk(open, in: band, wanted)
            if outcome != .everybody { return outcome }
        }
        return .everybody
    }

    /// Of lanes that hold nobody nearer than this band; whoever of them is further away is kept for later.
    private mutating func walk(_ lanes: [HelperLane], in band: Int, _ wanted: Int) throws -> Outcome {
        var queue = HelperQueue(lanes, ofQuartiers: quartiers.count, limits: limits, read: keys)
        let before = passed
        var batch = limits.batch
        while true {
            let keys = try queue.next(batch)
            passed = before + queue.passed
            guard let last = keys.last else { return .everybody }
            try look(at: keys.filter(search.mayReach).map(\.person))
            if certain(before: band, and: last) >= wanted { return .enough }
            if passed > limits.keys || seen.count > limits.candidates { return .tooMuch }
            batch = min(batch * 2, 192)
        }
    }

    /// How many surely stand before everybody who was not looked at.
    private func certain(before band: Int, and last: HelperKey? = nil) -> Int {
        found.count { one in
            if one.candidate.isAskedLater { return false }
            if one.isKnown || one.band < band { return true }
            return last.map { one.band == band && HelperKey(one.candidate.helper) <= $0 } ?? false
        }
    }

    private mutating func walkNewcomers(_ wanted: Int) throws {
        var queue = HelperQueue(
            search.allLanes(only: only), ofQuartiers: quartiers.count, isOfNewcomers: true, limits: limits, read: keys)
        while queue.passed < limits.newcomers {
            let keys = try queue.next(limits.batch * 2)
            guard let last = keys.last else { return }
            try look(at: keys.filter(search.mayReach).map(\.person))
            let waiting = found.count { $0.isNewcomer && !stands(apart: $0) && HelperKey($0.candidate.helper) <= last }
            if waiting >= wanted { return }
        }
    }

    /// Before all others, whoever's turn it is.
    private func stands(apart one: HelperSearch.Found) -> Bool { one.isKnown && !one.candidate.isAskedLater }

    private mutating func look(at people: [ID<Person>]) throws {
        let unseen = people.filter { !seen.contains($0) }
        guard !unseen.isEmpty else { return }
        seen.formUnion(unseen)
        for var candidate in try candidates(unseen) {
            candidate.hasHelpedBefore = known.contains(candidate.helper.person)
            switch search.standing(of: candidate) {
            case .success(let one): found.append(one)
            case .failure(let obstacle): excluded[obstacle, default: 0] += 1
            }
        }
    }
}
