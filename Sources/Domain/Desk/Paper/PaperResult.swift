/// What was ticked on a row, as its number says it: the outcome of a request, or what came of a call.
public enum PaperResult: String, Sendable, CaseIterable, Codable {
    case helped, partly
    case nobodyCame = "nobody_came"
    case couldNotReach = "could_not_reach"
    case noLongerNeeded = "no_longer_needed"
    case notPossible = "not_possible"
    /// Not today: the request goes on as it was.
    case postponed
    case told
    case leftMessage = "left_message"
    case noAnswer = "no_answer"
    case settled

    public static let ofRequests: [Self] = [.helped, .partly, .nobodyCame, .couldNotReach, .noLongerNeeded, .notPossible, .postponed]
    public static let ofCalls: [Self] = [.told, .leftMessage, .noAnswer, .settled]

    /// What stands beside its box, from 1; the same for each row of its kind, whatever else may be ticked.
    public var number: Int { ((Self.ofRequests.firstIndex(of: self) ?? Self.ofCalls.firstIndex(of: self)) ?? 0) + 1 }

    /// A typed digit, or the word of a button.
    public init?(_ typed: String?, among offered: [Self]) {
        let text = PlainText.line(typed ?? "")
        guard let one = offered.first(where: { $0.rawValue == text || String($0.number) == text }) else { return nil }
        self = one
    }

    /// Nil where the request goes on.
    public var outcome: OutcomeForm? {
        switch self {
        case .helped, .partly: OutcomeForm(["result": rawValue])
        case .nobodyCame, .couldNotReach, .noLongerNeeded, .notPossible:
            OutcomeForm(["result": Outcome.Result.notHelped.rawValue, "reason": rawValue])
        default: nil
        }
    }

    public var ringBack: RingBack.Result? { RingBack.Result(rawValue: rawValue) }
}
