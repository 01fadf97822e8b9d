import Domain
import Foundation

/// A town in figures, and what happens in it.
public struct Scenario: Sendable, Equatable {
    public var name: String
    /// What it is, in a line.
    public var summary: String
    public var population: Int
    /// Square kilometres.
    public var area: Double
    public var quartiers: Int
    /// Helpers from the first day.
    public var settled: Int
    /// Helpers who sign up later, and the days in which half of them have.
    public var newcomers = 0
    public var newcomersHalfLife = 5.0
    public var days: Int
    /// Per 1,000 residents and day, through all doors.
    public var requests: Double
    public var doors: [(value: HelpRequest.Door, weight: Double)] = [(.web, 45), (.phone, 40), (.referent, 10), (.paper, 5)]
    public var alert: Alert?
    public var desks: [Rung: Desk] = [:]
    /// What the town has set.
    public var ladder = LadderSettings()
    public var crisisLadder = LadderSettings.crisis

    /// The mayor's alert: more is asked for, and more people offer.
    public struct Alert: Sendable, Equatable {
        public var firstDay: Int
        public var days: Int
        /// Times the usual number of requests.
        public var factor: Double
        /// Share of the requests that are wanted at once.
        public var urgent: Double
        /// How long the crisis switch stays on, from eight in the morning of the first day.
        public var switchDays: Int
        /// Meanwhile: more people above the helpers.
        public var desks: [Rung: Desk]
    }

    /// How much a rung above the helpers can take in a day, and how it answers.
    public struct Desk: Sendable, Equatable {
        public var aDay: Int
        /// Until the answer to an ordinary request, median.
        public var hours: Double
        /// Share of what it takes on that it can answer.
        public var answers: Double
    }

    /// Midnight: Monday, 2 March 2026. A run does not meet a change of the clock unless its zone has one.
    public var start = Moment(milliseconds: 1_772_406_000_000)
    public var zone = TimeZone(secondsFromGMT: 3_600) ?? .gmt
    /// Without an address base the town knows everybody by the quartier alone.
    public var hasAddresses = true

    public static func == (left: Self, right: Self) -> Bool { left.name == right.name }

    func day(of moment: Moment) -> Int { Int((moment - start).inMilliseconds / 86_400_000) }

    /// The same town, smaller: for a rehearsal, or for a house on a real database.
    public func scaled(to share: Double) -> Scenario {
        var scenario = self
        scenario.population = Int(Double(population) * share)
        scenario.settled = Int(Double(settled) * share)
        scenario.newcomers = Int(Double(newcomers) * share)
        scenario.area = area * share
        scenario.quartiers = max(3, Int(Double(quartiers) * share))
        scenario.hasAddresses = false
        return scenario
    }

    /// When the mayor decides that the crisis is there.
    var switchedOnAt: Moment? { alert.map { start + .days($0.firstDay) + .hours(8) } }

    /// Whether the crisis switch is on.
    func isInCrisis(_ now: Moment) -> Bool {
        guard let alert, let begin = switchedOnAt else { return false }
        return begin <= now && now < start + .days(alert.firstDay + alert.switchDays)
    }

    func desks(at now: Moment) -> [Rung: Desk] { isInCrisis(now) ? alert?.desks ?? desks : desks }

    public func isInAlert(_ day: Int) -> Bool { alert.map { (($0.firstDay)..<($0.firstDay + $0.days)).contains(day) } ?? false }
}
