import Domain
import Foundation

/// A run: the people, their requests and the clock. Policies act on it; `Runner` moves it.
public struct Play: Sendable {
    public let scenario: Scenario
    public let town: SimulatedTown
    let behaviour: Behaviour
    let seed: UInt64
    public internal(set) var now: Moment
    public internal(set) var volunteers: [Volunteer]
    public internal(set) var errands: [Errand]
    var queue = EventQueue()
    /// Open and listed, oldest first.
    var listed: [Int] = []
    var tickets: [Int]
    var looks = 0
    /// For choices that are the policy's, not the people's.
    var dice: Dice
    /// By category, who ticked it.
    let willing: [[Int]]
    let grid: HelperGrid

    /// - Parameter town: nil draws one.
    public init(_ scenario: Scenario, days: Int, behaviour: Behaviour = .calibrated, seed: UInt64, town: SimulatedTown? = nil) {
        self.scenario = scenario
        self.behaviour = behaviour
        self.seed = seed
        now = scenario.start
        let town = town ?? SimulatedTown(scenario)
        volunteers = Self.volunteers(scenario, town, behaviour, days: days, seed: seed)
        var demand = Demand(scenario, town, behaviour, seed: seed)
        errands = demand.errands(days: days)
        dice = Dice(seed: seed, purpose: "policy")
        tickets = Array(repeating: 0, count: errands.count)
        willing = town.categories.map { [volunteers] category in
            volunteers.indices.filter { volunteers[$0].helper.categories.contains(category.id) }
        }
        grid = HelperGrid(volunteers)
        self.town = town
        for (number, errand) in errands.enumerated() { queue.add(.arrive(errand: number), at: errand.createdAt) }
        if let moment = scenario.switchedOnAt { queue.add(.crisis, at: moment) }
    }

    /// The settled joined in the sixty days before; the newcomers come in ever smaller numbers.
    private static func volunteers(
        _ scenario: Scenario, _ town: SimulatedTown, _ behaviour: Behaviour, days: Int, seed: UInt64
    ) -> [Volunteer] {
        var dice = Dice(seed: seed, purpose: "helpers")
        let rate = log(2) / scenario.newcomersHalfLife
        let reached = 1 - exp(-rate * Double(scenario.days))
        let before = (0..<scenario.settled).map { _ in -60 * dice.share() }
        let later = (0..<scenario.newcomers).map { _ in -log(1 - dice.share() * reached) / rate }.filter { $0 < Double(days) }
        return (before + later).sorted().enumerated().map { number, day in
            let joinedAt = scenario.start + .milliseconds(Int64(day * 86_400_000))
            return Volunteer.draw(number, joinedAt: joinedAt, in: town, behaviour, hasAddresses: scenario.hasAddresses, &dice)
        }
    }

    public func category(of errand: Int) -> Domain.Category { town.categories[errands[errand].category] }

    /// The ladder's settings in force.
    var settings: LadderSettings { scenario.isInCrisis(now) ? scenario.crisisLadder : scenario.ladder }

    func isThere(_ volunteer: Int) -> Bool { volunteers[volunteer].helper.joinedAt <= now && !volunteers[volunteer].hasLeft }
}
