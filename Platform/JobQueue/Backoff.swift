/// How long a job waits before it is tried again: doubling from 5 seconds to 1 hour, with up to a fifth of jitter so that
/// a mail server that comes back is not met by everybody at once.
public struct Backoff: Sendable {
    public var first: Int64 = 5_000
    public var longest: Int64 = 3_600_000
    /// About three days with the default figures.
    public var attempts: Int = 80

    public init() {}

    public func delay(after attempt: Int, jitter: Double = .random(in: 0...0.2)) -> Int64 {
        let doubled = first << Int64(min(max(attempt - 1, 0), 20))
        return Int64(Double(min(doubled, longest)) * (1 + jitter))
    }
}
