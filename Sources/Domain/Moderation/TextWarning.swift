/// What a text seems to give away (G-04). A hint for the moderator's eye, never a decision.
public enum TextWarning: String, Sendable, CaseIterable {
    case phone, email, iban, link

    public static func all(in text: String) -> [TextWarning] { allCases.filter { $0.isFound(in: text) } }

    private func isFound(in text: String) -> Bool {
        switch self {
        case .phone: text.contains(/(?:\+|00)?\d(?:[ .\-\/\u{A0}\u{202F}]?\d){8,13}/)
        case .email: text.contains(/[^\s@]+@[^\s@]+\.[A-Za-z]{2,}/)
        case .iban: text.contains(/\b[A-Za-z]{2}\d{2}(?:\s?[A-Za-z0-9]{4}){3,}/)
        case .link: text.contains(/(?:https?:\/\/|www\.)\S+/)
        }
    }
}
