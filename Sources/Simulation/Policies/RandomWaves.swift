import Domain

/// Fifty at random within 30 km, never the same twice, in at most three waves one day apart.
///
/// Source: the waves of Quarantänehelden (option26/quarantine-hero, 2020), after half an hour for the moderators.
public struct RandomWaves: Policy {
    public static let name = "waves50"
    static let size = 50, waves = 3, reach = 30_000.0
    private var sent: [Int: Int] = [:]

    public init(_ scenario: Scenario) {}

    public mutating func opened(_ errand: Int, in play: inout Play) { play.wake(errand, at: play.now + .minutes(30)) }

    public mutating func step(_ errand: Int, in play: inout Play) {
        let number = sent[errand, default: 0]
        guard number < Self.waves else { return }
        sent[errand] = number + 1
        var pool = play.active(for: errand).filter { play.metres($0, errand).map { $0 <= Self.reach } ?? true }
        for place in 0..<min(Self.size, pool.count) {
            pool.swapAt(place, place + play.dice.number(below: pool.count - place))
            play.ask(pool[place], for: errand)
        }
        play.wake(errand, at: play.now + .days(1))
    }
}
