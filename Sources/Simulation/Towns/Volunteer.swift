import Domain
import Foundation
import Geography

/// A helper of a run: what the town knows of them, and what it does not.
public struct Volunteer: Sendable {
    /// As the rules see them.
    public internal(set) var candidate: Candidate
    public let home: Point
    /// How much likelier than the average a yes is; few have most of it.
    var keenness: Double
    /// Looks at the list of requests, against the average.
    var curiosity: Double
    public internal(set) var asked: [Moment] = []
    public internal(set) var yeses = 0
    public internal(set) var hasLeft = false
    private var fatigue = 0.0
    private var fatigueAt: Moment

    init(helper: Helper, home: Point, isKnown: Bool, keenness: Double, curiosity: Double) {
        candidate = Candidate(helper: helper, recentAsks: 0, home: isKnown ? home : nil)
        self.home = home
        fatigueAt = helper.joinedAt
        self.keenness = keenness
        self.curiosity = curiosity
    }

    public internal(set) var helper: Helper {
        get { candidate.helper }
        set { candidate.helper = newValue }
    }

    /// Counts the asks of the seven days before.
    mutating func count(_ now: Moment) {
        let limit = now - Candidate.budgetPeriod
        candidate.recentAsks = asked.count - (asked.lastIndex { $0 <= limit }.map { $0 + 1 } ?? 0)
    }

    /// Halves in so many days.
    func fatigue(_ now: Moment, halfLife: Double) -> Double {
        fatigue * exp2(-Double((now - fatigueAt).inMilliseconds) / (86_400_000 * halfLife))
    }

    mutating func tire(_ more: Double, _ now: Moment, halfLife: Double) {
        fatigue = fatigue(now, halfLife: halfLife) + more
        fatigueAt = now
    }

    static func index(_ person: ID<Person>) -> Int { Int(person.low) }
    static func id(_ index: Int) -> ID<Person> { ID(high: 1, low: UInt64(index)) }
}

extension Volunteer {
    /// Draws one from the habits of a town.
    static func draw(
        _ number: Int, joinedAt: Moment, in town: SimulatedTown, _ behaviour: Behaviour, hasAddresses: Bool, _ dice: inout Dice
    ) -> Volunteer {
        let home = town.home(&dice)
        var helper = Helper(person: id(number), neighbourhood: home.quartier.id, joinedAt: joinedAt)
        helper.categories = Set(town.categories.filter { dice.happens(Habits.offered[$0.key] ?? 0) }.map(\.id))
        if helper.categories.isEmpty { helper.categories = [town.categories[0].id] }
        helper.days = dice.pick(Habits.weeks)
        let part = dice.pick(Habits.dayParts)
        (helper.fromHour, helper.toHour) = (part.lowerBound, part.upperBound)
        helper.radius = dice.pick(Habits.radii)
        helper.travel = dice.pick(Habits.travels)
        helper.isRemoteOnly = dice.happens(0.08)
        helper.weeklyAsks = dice.pick(Habits.budgets)
        helper.tier = dice.pick(Habits.tiers)
        let keenness = dice.gamma(shape: behaviour.keennessShape)
        return Volunteer(
            helper: helper, home: home.point, isKnown: hasAddresses, keenness: keenness,
            curiosity: dice.gamma(shape: behaviour.keennessShape))
    }
}
