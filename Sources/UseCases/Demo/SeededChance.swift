import Domain
import Secrets
import Synchronization

/// Chance that comes out the same each time.
///
/// Source: SplitMix64, G. Steele, D. Lea, C. Flood, "Fast Splittable Pseudorandom Number Generators", 2014.
struct SeededChance: RandomNumberGenerator {
    private var state: UInt64

    /// Each purpose has a stream of its own, so that drawing more for one leaves the others as they were.
    init(seed: UInt64, purpose: String) {
        state = purpose.utf8.reduce(seed ^ 0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }

    mutating func id<Subject>(at moment: Moment) -> ID<Subject> { ID(at: moment) { next() } }
    mutating func token() -> Token { Token(using: &self) }
    mutating func reference() -> Reference { Reference { next() } }

    /// 0 up to 1.
    mutating func share() -> Double { Double.random(in: 0..<1, using: &self) }
    mutating func isOneOf(_ count: Int) -> Bool { Int.random(in: 0..<count, using: &self) == 0 }
    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

    mutating func pick<T>(_ values: [T]) -> T? { values.randomElement(using: &self) }

    mutating func pick<T>(_ first: T, _ others: T...) -> T { ([first] + others).randomElement(using: &self) ?? first }

    /// One of the values, each as often as its weight says.
    mutating func pick<T>(weighted values: [(value: T, weight: Double)]) -> T? {
        var point = share() * values.reduce(0) { $0 + $1.weight }
        for (value, weight) in values {
            point -= weight
            if point < 0 { return value }
        }
        return values.last?.value
    }
}

/// The world of a demo while it is filled: its clock stands at the opening of the towns.
final class DemoClockwork: Sendable {
    private let chance: Mutex<SeededChance>
    private let opening: Moment

    init(seed: UInt64, opening: Moment) {
        chance = Mutex(SeededChance(seed: seed, purpose: "world"))
        self.opening = opening
    }

    var world: World { World(now: { self.opening }, random: { self.chance.withLock { $0.next() } }) }
}
