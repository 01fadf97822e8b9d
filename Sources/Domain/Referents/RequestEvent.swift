/// Something that happened to a request, for its referent.
public struct RequestEvent: Sendable, Equatable {
    public enum What: Sendable, Equatable {
        case received(HelpRequest.Door)
        case agreed(HelpRequest.Agreement.Channel)
        /// One wave of asks, and what came back.
        case asked(Int, yes: Int, no: Int, later: Int)
        case matched(Match.Origin)
        case withdrew
        case rang(RingBack.Reason, RingBack.Result)
        case ended(Outcome.Side, Outcome.Result, Outcome.Reason?)
        case cancelled(CancelReason?)
    }

    public var at: Moment
    public var what: What

    public init(at: Moment, what: What) {
        self.at = at
        self.what = what
    }
}
