/// Whom to ring next about one request: those who are to be rung again now, in the order of what they were told; then those who were never
/// rung, as they are ranked. Whoever said no is left in peace, and whoever is being rung is not rung twice.
public struct CallingList: Sendable, Equatable {
    public struct Waiting: Sendable, Equatable {
        public let person: ID<Person>
        public let at: Moment
    }

    public let next: ID<Person>?
    /// To be rung again later, the first to come first.
    public let waiting: [Waiting]

    /// - Parameters:
    ///   - ranked: best first, whoever was rung before and may be again among them.
    public init(_ ranked: [SuggestedHelper], now: Moment) {
        let callable = ranked.filter(\.mayBeRung)
        let again = callable.compactMap { one in one.call?.againAt.map { Waiting(person: one.person, at: $0) } }
            .sorted { ($0.at, $0.person) < ($1.at, $1.person) }
        waiting = again.filter { $0.at > now }
        // A call of which nobody said what came of it does not hold any more: else they were busy.
        next = again.first { $0.at <= now }?.person ?? callable.first { $0.call?.result == nil }?.person
    }
}
