/// What a moderator says of a text.
public enum TextDecision: Sendable, Equatable {
    /// As it is.
    case publish
    /// Without what nobody needs to know.
    case amend(String)
    case refuse(Reason)

    public enum Reason: String, Sendable, CaseIterable, Codable {
        case personalData = "personal_data"
        case health
        case paid
        case hurtful
        case advertising
        case unclear
    }

    /// A word for the journal.
    public var purpose: String {
        switch self {
        case .publish: "published"
        case .amend: "amended"
        case .refuse(let reason): "refused_\(reason.rawValue)"
        }
    }

    /// A line or more from the moderator's hand, beside the reason of the list.
    public static func readWords(_ fields: [String: String]) throws(Refusal) -> String? {
        var reader = FormReader()
        let words = reader.text("words", fields["words"], atMost: 500)
        try reader.finish()
        return words
    }

    /// - Parameter original: the text that was read; the same words sent as an amendment are a publication.
    public static func read(_ fields: [String: String], of original: String) throws(Refusal) -> TextDecision {
        var reader = FormReader()
        var decision: TextDecision?
        switch fields["decision"] {
        case "publish": decision = .publish
        case "amend":
            let text = reader.required("text", reader.text("text", fields["text"], atMost: 1_000), else: "refusal.amendedText")
            decision = text.map { $0 == original ? .publish : .amend($0) }
        case "refuse":
            decision = reader.required("reason", fields["reason"].flatMap(Reason.init), else: "refusal.moderationReason").map {
                .refuse($0)
            }
        default: reader.refuse("decision", "refusal.decision")
        }
        try reader.finish()
        guard let decision else { throw Refusal(.invalid, "refusal.form") }
        return decision
    }
}
