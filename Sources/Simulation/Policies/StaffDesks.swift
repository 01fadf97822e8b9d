import Domain

/// The rungs above the helpers, each with so many places a day.
struct StaffDesks: Sendable {
    private let scenario: Scenario
    private var taken: [Rung: [Int: Int]] = [:]
    private var answers: [Int: Bool] = [:]

    init(_ scenario: Scenario) { self.scenario = scenario }

    /// Where somebody is there to be asked.
    func staffed(at now: Moment) -> Set<Rung> { Set(scenario.desks(at: now).keys).union([.helpers, .wider]) }

    /// What was handed over last has been dealt with.
    func hasAnswer(_ errand: Int) -> Bool { answers[errand] == true }

    /// Hands a request to the people of a rung: they answer in their time if they have a place before the rung's time is up.
    mutating func take(_ errand: Int, on rung: Rung, until due: Moment, in play: inout Play) {
        answers[errand] = false
        play.errands[errand].firstAskedAt = play.errands[errand].firstAskedAt ?? play.now
        let morning = play.day(from: play.now)
        guard let desk = scenario.desks(at: play.now)[rung], let day = place(on: rung, desk, from: morning, until: due) else {
            return play.wake(errand, at: due)
        }
        taken[rung, default: [:]][day, default: 0] += 1
        let start = max(morning, scenario.start + .days(day) + .hours(8))
        let hours = play.dice.logNormal(median: desk.hours, spread: 0.6) * play.errands[errand].request.urgency.haste
        let answer = Behaviour.awake(after: start, hours: hours, in: play.town.zone)
        let isFound = play.dice.happens(desk.answers) && answer <= due
        answers[errand] = isFound
        play.wake(errand, at: isFound || rung.asksOrganisations ? min(answer, due) : due)
    }

    private func place(on rung: Rung, _ desk: Scenario.Desk, from morning: Moment, until due: Moment) -> Int? {
        let days = scenario.day(of: morning)...max(scenario.day(of: morning), scenario.day(of: due))
        return days.first { taken[rung]?[$0] ?? 0 < desk.aDay && scenario.start + .days($0) + .hours(8) < due }
    }
}

extension Urgency {
    /// What is urgent is taken first.
    fileprivate var haste: Double {
        switch self {
        case .ordinary: 1
        case .soon: 0.6
        case .urgent: 0.25
        }
    }
}
