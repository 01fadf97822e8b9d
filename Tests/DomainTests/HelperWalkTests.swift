import Foundation
import Geography
import Testing

@testable import Domain

/// The head that a walk finds is the head of the whole search, in towns of every shape.
@Suite struct HelperWalkTests {
    @Test(arguments: 0..<600) func theFirstAreThoseOfTheWholeSearch(_ seed: UInt64) throws {
        var town = WalkedTown(seed)
        for _ in 0..<4 {
            let search = town.search()
            // Sometimes one quartier's alone, as « mon quartier » asks.
            let only = Bool.random(using: &town.chance) ? town.quartiers.randomElement(using: &town.chance)?.id : nil
            let whole = search.result(town.marked.filter { only == nil || $0.helper.neighbourhood == only })
            let first = Int.random(in: 1...14, using: &town.chance), share = [0, 30, 100].randomElement(using: &town.chance) ?? 0
            let newcomers = first * share / 100
            var walk = town.walk(search, only: only)
            let head = try #require(try walk.result(first: first, newcomers: newcomers))
            #expect(head.found.prefix(first).map(\.person) == whole.found.prefix(first).map(\.person))
            #expect(head.isPartial && Set(head.found.map(\.person)).isSubset(of: whole.found.map(\.person)))
            let plans = [head, whole].map { result in
                WavePlan(
                    result, AnswerRates(), category: town.category.id, part: .morning, target: 0.95, most: first, newcomerShare: share)
            }
            #expect(plans[0].chosen == plans[1].chosen)
        }
    }

    @Test func fewOfManyAreLookedAt() throws {
        var town = WalkedTown(7, helpers: 20_000, quartiers: 60, limits: .init())
        for _ in 0..<20 {
            let search = town.search()
            let counter = Counter()
            var walk = town.walk(search, counter)
            let head = try #require(try walk.result(first: 12, newcomers: 3))
            let whole = search.result(town.marked)
            #expect(head.found.prefix(12).map(\.person) == whole.found.prefix(12).map(\.person))
            #expect(whole.found.count < 500 || counter.looked < 1_000, "\(counter.looked) for \(whole.found.count)")
        }
    }

    @Test func whereVeryManyWereLookedAtInVainNobodyIsSaidToBeThere() throws {
        var limits = HelperWalk.Limits()
        limits.candidates = 50
        var town = WalkedTown(3, helpers: 2_000, quartiers: 3, limits: limits)
        for index in town.helpers.indices { town.helpers[index].helper.weeklyAsks = 0 }
        var walk = town.walk(town.search())
        #expect(try walk.result(first: 12, newcomers: 3) == nil, "the whole search is to say so")
    }

    @Test func aQuartiersSpreadHoldsItsOutline() throws {
        let corners = [(5.0, 43.58), (5.02, 43.58), (5.02, 43.59), (5.0, 43.59)].map { Point(longitude: $0, latitude: $1) }
        let anchor = Point(longitude: 5.002, latitude: 43.581)
        let quartier = Neighbourhood(
            id: testID(1), slug: "a", name: "A", region: Region(outline: corners + corners.prefix(1)), anchor: anchor)
        #expect(corners.allSatisfy { anchor.distance(to: $0) <= quartier.spread + 0.001 } && quartier.spread < 2_000)
        #expect(Neighbourhood(id: testID(2), slug: "b", name: "B", anchor: anchor).spread == 0)
    }
}

private final class Counter { var looked = 0 }

/// A town by chance, in memory.
private struct WalkedTown {
    var chance: SeededNumbers
    var helpers: [Candidate] = []
    let quartiers: [Neighbourhood]
    let ground: Ground
    let category = Domain.Category(
        id: testID(10), key: "groceries", labels: [:], icon: "basket", mode: .either, tier: .doorstep, position: 0)
    let known: Set<ID<Person>>
    let limits: HelperWalk.Limits
    let now = Moment(milliseconds: 1_795_251_600_000)

    init(_ seed: UInt64, helpers count: Int? = nil, quartiers places: Int? = nil, limits: HelperWalk.Limits? = nil) {
        chance = SeededNumbers(state: seed)
        quartiers = Self.quartiers(places ?? Int.random(in: 0...14, using: &chance), &chance)
        let barriers =
            Bool.random(using: &chance) ? [[Point(longitude: 5.05, latitude: 43.4), Point(longitude: 5.05, latitude: 43.8)]] : []
        ground = Ground(
            anchors: Dictionary(uniqueKeysWithValues: quartiers.compactMap { one in one.anchor.map { (one.id, $0) } }),
            spreads: Dictionary(uniqueKeysWithValues: quartiers.map { ($0.id, $0.spread) }), barriers: Barriers(barriers), wayRound: 800)
        let many = count ?? Int.random(in: 0...150, using: &chance)
        var faces: Set<ID<Person>> = []
        for _ in 0..<4 { faces.insert(testID(UInt64.random(in: 1_000..<1_150, using: &chance))) }
        known = faces
        var small = HelperWalk.Limits()
        (small.waste, small.lanes, small.chunk, small.batch) = (3, Int.random(in: 0...4, using: &chance), 2, 3)
        self.limits = limits ?? small
        for number in 0..<many { helpers.append(helper(UInt64(1_000 + number))) }
    }

    /// Some with an outline, some known by an anchor alone, some nowhere.
    private static func quartiers(_ count: Int, _ chance: inout SeededNumbers) -> [Neighbourhood] {
        (0..<count).map { number in
            let corner = Point(
                longitude: .random(in: 5...5.1, using: &chance), latitude: .random(in: 43.5...43.6, using: &chance))
            let (wide, high) = (Double.random(in: 0.001...0.02, using: &chance), Double.random(in: 0.001...0.02, using: &chance))
            let outline = [(0.0, 0.0), (wide, 0), (wide, high), (0, high), (0, 0)].map {
                Point(longitude: corner.longitude + $0, latitude: corner.latitude + $1)
            }
            let region = number % 3 == 0 ? nil : Region(outline: outline)
            return Neighbourhood(
                id: testID(UInt64(100 + number)), slug: "q\(number)", name: "Q", region: region,
                anchor: number % 7 == 6 ? nil : region?.anchor ?? corner, position: number)
        }
    }

    private mutating func helper(_ number: UInt64) -> Candidate {
        let place = Int.random(in: 0..<12, using: &chance) == 0 ? nil : quartiers.randomElement(using: &chance)
        let days = Int.random(in: 0...9, using: &chance)
        var helper = Helper(person: testID(number), neighbourhood: place?.id, joinedAt: now - .days(100 + days))
        helper.tier = Int.random(in: 0..<5, using: &chance) == 0 ? .remote : .doorstep
        helper.travel = Helper.Travel.allCases.randomElement(using: &chance) ?? .foot
        helper.radius = AvailabilityForm.radii.randomElement(using: &chance) ?? 500
        helper.isRemoteOnly = Int.random(in: 0..<6, using: &chance) == 0
        helper.days = Set((1...7).filter { _ in Int.random(in: 0..<4, using: &chance) > 0 })
        helper.lastAskedAt = Int.random(in: 0..<3, using: &chance) == 0 ? nil : now - .days(Int.random(in: 1...12, using: &chance))
        helper.returnedAt = Int.random(in: 0..<6, using: &chance) == 0 ? now - .days(Int.random(in: 1...12, using: &chance)) : nil
        helper.asleepSince = Int.random(in: 0..<8, using: &chance) == 0 ? now - .days(1) : nil
        var home: Point?
        if let box = place?.region?.boundingBox, Bool.random(using: &chance) {
            home = Point(
                longitude: .random(in: box.west...box.east, using: &chance), latitude: .random(in: box.south...box.north, using: &chance))
        } else if place == nil, Bool.random(using: &chance) {
            home = Point(longitude: .random(in: 5...5.1, using: &chance), latitude: .random(in: 43.5...43.6, using: &chance))
        }
        var candidate = Candidate(helper: helper, recentAsks: Int.random(in: 0...2, using: &chance), home: home)
        candidate.noShows = Int.random(in: 0..<8, using: &chance) == 0 ? 2 : 0
        return candidate
    }

    var marked: [Candidate] {
        helpers.map {
            var one = $0
            one.hasHelpedBefore = known.contains($0.helper.person)
            return one
        }
    }

    mutating func search() -> HelperSearch {
        let place = Int.random(in: 0..<6, using: &chance) == 0 ? nil : quartiers.randomElement(using: &chance)
        let wanted: WhenWanted = [.now, .every(.weekly)].randomElement(using: &chance) ?? .now
        var request = HelpRequest(
            id: testID(20), reference: Reference { 7 }, category: category.id, neighbourhood: place?.id, asker: testID(1_001),
            beneficiary: testID(22), wanted: wanted, urgency: .urgent, door: .web, status: .open, rung: .helpers, rungDue: nil,
            owner: testID(23), createdAt: now)
        if Int.random(in: 0..<3, using: &chance) == 0 { request.rung = .wider }
        var kind = category
        kind.mode = [.inPerson, .either, .remote].randomElement(using: &chance) ?? .either
        let point =
            Bool.random(using: &chance)
            ? Point(longitude: .random(in: 5...5.1, using: &chance), latitude: .random(in: 43.5...43.6, using: &chance)) : nil
        return HelperSearch(request, kind, point: point, on: ground, at: now, in: .paris)
    }

    /// As an index and a table would answer.
    func walk(_ search: HelperSearch, _ counter: Counter = Counter(), only: ID<Neighbourhood>? = nil) -> HelperWalk {
        let rows = Dictionary(uniqueKeysWithValues: helpers.map { ($0.helper.person, $0) })
        var lanes: [HelperLane: [HelperKey]] = [:]
        for helper in helpers.map(\.helper) {
            for place in [HelperLane.Place.town, .quartier(helper.neighbourhood)] {
                lanes[HelperLane(place, helper.travel, isRemoteOnly: helper.isRemoteOnly), default: []].append(HelperKey(helper))
            }
        }
        lanes = lanes.mapValues { $0.sorted() }
        return HelperWalk(
            search, quartiers: quartiers.map(\.id), only: only, known: known, limits: limits,
            keys: { [lanes] lane, last, count in
                let keys = lanes[lane] ?? []
                let start = last.map { last in keys.firstIndex { $0 > last } ?? keys.endIndex } ?? 0
                return Array(keys[start...].prefix(count))
            },
            candidates: { people in
                counter.looked += people.count
                return people.compactMap { rows[$0] }
            })
    }
}

/// SplitMix64.
private struct SeededNumbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }
}
