import Domain
import Synchronization
import UseCases

/// Time that stands still until a test moves it: a Saturday at 10 in Paris. Chance that is the same each time.
public final class TestClock: Sendable {
    public static let start = Moment(milliseconds: 1_795_251_600_000)
    private let moment = Mutex(TestClock.start)
    private let seed = Mutex<UInt64>(42)

    public init() {}

    public var now: Moment { moment.withLock { $0 } }
    public func move(_ span: Duration) { moment.withLock { $0 = $0 + span } }

    public var world: World {
        World(
            now: { self.now },
            random: {
                // SplitMix64.
                self.seed.withLock { seed in
                    seed &+= 0x9E37_79B9_7F4A_7C15
                    var word = seed
                    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
                    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
                    return word ^ (word >> 31)
                }
            })
    }
}
