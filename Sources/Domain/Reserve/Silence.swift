import Foundation

/// What a helper's silence leads to: a question once a month, and after two questions in a row without an answer, sleep.
public enum Silence: Sendable, Equatable {
    /// They gave a sign of life, or still have time to answer.
    case none
    case ask
    case sleep

    /// Questions in a row without an answer.
    public static let most = 2

    /// - Parameters:
    ///   - lastSign: when they last signed in, answered, met somebody, or came.
    ///   - sent: when each question was sent that nobody answered.
    public init(lastSign: Moment, sent: [Moment], now: Moment, in zone: TimeZone) {
        let limit = Self.limit(now, in: zone)
        let unanswered = sent.filter { $0 > lastSign }
        if lastSign > limit || sent.contains(where: { $0 > limit }) {
            self = .none
        } else {
            self = unanswered.count >= Self.most ? .sleep : .ask
        }
    }

    /// Whoever gave a sign since is not silent; whoever was asked since still has time.
    public static func limit(_ now: Moment, in zone: TimeZone) -> Moment { now.adding(months: -1, in: zone) }
}
