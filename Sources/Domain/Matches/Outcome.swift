/// How it went (suite donnée).
public struct Outcome: Sendable, Equatable {
    public enum Result: String, Sendable, CaseIterable, Codable { case helped, partly, notHelped = "not_helped" }
    public enum Side: String, Sendable, CaseIterable, Codable { case asker, helper, referent }
    public enum Reason: String, Sendable, CaseIterable, Codable {
        case nobodyCame = "nobody_came"
        case foundElsewhere = "found_elsewhere"
        case noLongerNeeded = "no_longer_needed"
        case couldNotReach = "could_not_reach"
        case notPossible = "not_possible"
        case other
    }

    public var request: ID<HelpRequest>
    public var match: ID<Match>?
    public var side: Side
    public var result: Result
    public var reason: Reason?
    public var recordedBy: ID<Person>?
    public var recordedAt: Moment

    public init(
        request: ID<HelpRequest>, match: ID<Match>?, side: Side, result: Result, reason: Reason? = nil, recordedBy: ID<Person>?,
        recordedAt: Moment
    ) {
        self.request = request
        self.match = match
        self.side = side
        self.result = result
        self.reason = reason
        self.recordedBy = recordedBy
        self.recordedAt = recordedAt
    }
}
