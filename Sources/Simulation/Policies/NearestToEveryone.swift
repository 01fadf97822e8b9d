import Domain

/// Everybody who may help is asked at once, the nearest first. No budget, no order of turns; by day.
public struct NearestToEveryone: Policy {
    public static let name = "nearest"

    public init(_ scenario: Scenario) {}

    public mutating func opened(_ errand: Int, in play: inout Play) { play.wake(errand, at: play.day(from: play.now)) }

    public mutating func step(_ errand: Int, in play: inout Play) {
        for volunteer in play.suited(to: errand) { play.ask(volunteer, for: errand) }
    }
}
