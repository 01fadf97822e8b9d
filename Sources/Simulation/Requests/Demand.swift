import Domain
import Foundation

/// Draws the requests of a run: when, where, what, how soon. The same for every policy.
struct Demand {
    let scenario: Scenario
    let town: SimulatedTown
    let behaviour: Behaviour
    var dice: Dice

    init(_ scenario: Scenario, _ town: SimulatedTown, _ behaviour: Behaviour, seed: UInt64) {
        self.scenario = scenario
        self.town = town
        self.behaviour = behaviour
        dice = Dice(seed: seed, purpose: "requests")
    }

    mutating func errands(days: Int) -> [Errand] {
        var errands: [Errand] = []
        for day in 0..<days {
            let isAlert = scenario.isInAlert(day)
            let usual =
                scenario.requests * Double(scenario.population) / 1_000
                * Habits.weekdays[LocalTime(scenario.start + .days(day), in: scenario.zone).weekday - 1]
            for moment in arrivals(day, mean: usual * (isAlert ? scenario.alert?.factor ?? 1 : 1)) {
                errands.append(errand(errands.count, moment, isAlert: isAlert))
            }
        }
        return errands
    }

    /// By the hours of the day, in order.
    private mutating func arrivals(_ day: Int, mean: Double) -> [Moment] {
        let total = Habits.hours.reduce(0, +)
        var moments: [Moment] = []
        for (hour, weight) in Habits.hours.enumerated() {
            var minutes = 0.0
            let gap = 60 * total / (mean * weight)
            while true {
                minutes += dice.exponential(mean: gap)
                guard minutes < 60 else { break }
                moments.append(scenario.start + .milliseconds(Int64((Double(day * 24 + hour) * 60 + minutes) * 60_000)))
            }
        }
        return moments
    }

    private mutating func errand(_ number: Int, _ moment: Moment, isAlert: Bool) -> Errand {
        let category = town.category(dice.pick(Habits.asked))
        let home = town.home(&dice)
        let wanted = wish(moment, urgent: isAlert ? scenario.alert?.urgent ?? 0.25 : 0.25)
        let door = dice.pick(scenario.doors), criteria = criteria(door)
        let urgency = Urgency(wanted, criteria, by: .usual, now: moment)
        let person = ID<Person>(high: 4, low: UInt64(number))
        var request = HelpRequest(
            id: ID(high: 5, low: UInt64(number)), reference: Reference { UInt64(number) }, category: town.categories[category].id,
            neighbourhood: home.quartier.id, asker: person, beneficiary: person, wanted: wanted, urgency: urgency,
            door: door, status: .open, rung: .helpers, rungDue: nil, owner: ID(high: 6, low: 0), createdAt: moment)
        request.criteria = criteria
        let days = dice.patience(mean: behaviour.patience[urgency.rawValue])
        return Errand(
            request: request, category: category, point: home.point, patience: .milliseconds(Int64(days * 86_400_000)))
    }

    /// What is ticked on the phone or at the desk.
    private mutating func criteria(_ door: HelpRequest.Door) -> Set<Criterion> {
        guard door != .web else { return [] }
        return Set([(Criterion.over70, 0.5), (.cannotCarry, 0.2), (.cannotGoOut, 0.2)].filter { dice.happens($0.1) }.map(\.0))
    }

    private mutating func wish(_ moment: Moment, urgent: Double) -> WhenWanted {
        let share = dice.share()
        if share < urgent { return .now }
        if share > 0.88 { return .every(.weekly) }
        let today = LocalTime(moment, in: town.zone)
        return .on(today.at(hour: 0, daysLater: 1 + dice.number(below: 6), in: town.zone))
    }
}
