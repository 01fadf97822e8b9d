/// What a moderator makes of a report.
public enum ReportDecision: Sendable, Equatable {
    /// Nothing is wrong; what the report alone had stopped goes on.
    case dismiss
    /// The public text goes, for a reason of the list.
    case withdraw(TextDecision.Reason)
    /// No new contacts until somebody lifts it, for what the moderator found.
    case stop(Report.Reason)

    public var verdict: Report.Decision.Verdict {
        switch self {
        case .dismiss: .dismissed
        case .withdraw: .withdrawn
        case .stop: .stopped
        }
    }

    public static func read(_ fields: [String: String], of report: Report) throws(Refusal) -> (decision: Self, words: String?) {
        var reader = FormReader()
        var decision: Self?
        switch fields["decision"] {
        case "dismiss": decision = .dismiss
        case "withdraw" where report.textKind != nil:
            decision = reader.required(
                "textReason", fields["textReason"].flatMap(TextDecision.Reason.init), else: "refusal.moderationReason"
            ).map { .withdraw($0) }
        case "stop":
            decision = reader.required("stopReason", fields["stopReason"].flatMap(Report.Reason.init), else: "refusal.reportReason").map {
                .stop($0)
            }
        default: reader.refuse("decision", "refusal.decision")
        }
        let words = reader.text("words", fields["words"], atMost: 500)
        try reader.finish()
        guard let decision else { throw Refusal(.invalid, "refusal.form") }
        return (decision, words)
    }
}
