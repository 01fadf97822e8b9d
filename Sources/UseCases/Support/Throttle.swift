import Domain
import Synchronization

/// How often one address may do a thing: a token bucket per act and key, in the memory of this process.
public final class Throttle: Sendable {
    public enum Act: String, Sendable, CaseIterable {
        /// A mail with a code is asked for, by network and by address.
        case signIn, signInAddress
        /// A code is tried.
        case code
        /// A request for help is sent.
        case ask
        /// A message to the town is sent.
        case message
        /// A text or a person is reported.
        case report
        /// An address is completed: one for each key, in the end.
        case complete
        /// Who is ringing is looked for at the desk: by person.
        case callers
        /// Anything else that writes.
        case write
        /// A token or reference that does not exist was tried.
        case wrongToken

        /// Burst and refill per hour.
        var allowance: (burst: Double, perHour: Double) {
            switch self {
            case .signIn: (20, 60)
            case .signInAddress: (5, 10)
            case .code: (20, 60)
            case .ask: (10, 20)
            case .message: (5, 10)
            case .report: (10, 20)
            case .complete: (600, 6_000)
            case .callers: (300, 1_500)
            case .write: (120, 1_200)
            case .wrongToken: (30, 120)
            }
        }
    }

    private struct Key: Hashable {
        let act: Act
        let who: String
    }

    private struct Bucket {
        var tokens: Double
        var at: Moment
    }

    /// Above this many keys the fullest are forgotten: memory stays bounded under attack.
    private static let capacity = 50_000
    private let isOn: Bool
    private let now: @Sendable () -> Moment
    private let buckets = Mutex<[Key: Bucket]>([:])

    public init(isOn: Bool, now: @escaping @Sendable () -> Moment) {
        self.isOn = isOn
        self.now = now
    }

    /// Takes one token or refuses.
    public func take(_ act: Act, _ who: String) throws(Refusal) {
        guard isOn else { return }
        let time = now()
        let isAllowed = buckets.withLock { buckets in
            if buckets.count > Self.capacity { buckets = buckets.filter { time - $0.value.at < .minutes(30) } }
            let (burst, perHour) = act.allowance
            var bucket = buckets[Key(act: act, who: who)] ?? Bucket(tokens: burst, at: time)
            let hours = Double((time - bucket.at).inMilliseconds) / 3_600_000
            bucket.tokens = min(burst, bucket.tokens + max(0, hours) * perHour)
            bucket.at = time
            defer { buckets[Key(act: act, who: who)] = bucket }
            guard bucket.tokens >= 1 else { return false }
            bucket.tokens -= 1
            return true
        }
        guard isAllowed else { throw Refusal(.tooMany, "refusal.tooMany") }
    }
}
