import Domain

/// A telephone and somebody who rings round: the ten nearest who suit, ten more every four hours of the day, until somebody can.
public struct Dispatcher: Policy {
    public static let name = "dispatcher"
    static let atOnce = 10, pause = Duration.hours(4)

    public init(_ scenario: Scenario) {}

    public mutating func opened(_ errand: Int, in play: inout Play) { play.wake(errand, at: play.day(from: play.now)) }

    public mutating func step(_ errand: Int, in play: inout Play) {
        let found = play.suited(to: errand)
        for volunteer in found.prefix(Self.atOnce) { play.ask(volunteer, for: errand) }
        play.wake(errand, at: play.day(from: play.now + (found.isEmpty ? .days(1) : Self.pause)))
    }
}
