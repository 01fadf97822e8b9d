/// Something that happened to a request, for its referent.
public struct RequestEvent: Sendable, Equatable {
    public enum What: Sendable, Equatable {
        case received(HelpRequest.Door)
        case agreed(HelpRequest.Agreement.Channel)
        /// One wave of asks, what came back, and why these were asked.
        case asked(Int, yes: Int, no: Int, later: Int, Rung, WaveReasoning?)
        case matched(Match.Origin)
        /// An organisation was asked, or said something; by name.
        case organisationAsked(String)
        case organisationAnswered(String, OrganisationAsk.Answer)
        case withdrew
        /// Its caller, or somebody of the same home, rang about it again.
        case rangAgain
        case rang(RingBack.Reason, RingBack.Result)
        /// A volunteer was rung by hand.
        case dispatched(DispatchCall.Result)
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
