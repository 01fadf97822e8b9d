/// How it went, as somebody says it: one tap is `helped`, `partly`, or `not_helped` with its reason.
public struct OutcomeForm: Sendable, Equatable {
    public var fields: [String: String]

    public init(_ fields: [String: String]) { self.fields = fields }

    /// - Throws: a refusal of `result` or `reason`. A reason counts only where it was not done.
    public func read() throws(Refusal) -> (result: Outcome.Result, reason: Outcome.Reason?) {
        guard let result = fields["result"].flatMap(Outcome.Result.init) else { throw .invalid("result", "refusal.result") }
        guard result == .notHelped else { return (result, nil) }
        guard let reason = fields["reason"].flatMap(Outcome.Reason.init) else { throw .invalid("reason", "refusal.reason") }
        return (result, reason)
    }
}

extension Outcome.Reason {
    /// What each side can know.
    public static func offered(to side: Outcome.Side) -> [Self] {
        switch side {
        case .asker: [.nobodyCame, .notPossible, .foundElsewhere, .noLongerNeeded, .other]
        case .helper: [.couldNotReach, .notPossible, .noLongerNeeded, .other]
        case .referent: allCases
        }
    }

    /// Why somebody takes a request back.
    public static let ofCancelling: [Self] = [.noLongerNeeded, .foundElsewhere, .other]
}
