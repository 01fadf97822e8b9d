/// Words that their author is asked to read once more, before anything is written: never a refusal, and never silent.
public struct TextConcern: Error, Sendable, Equatable {
    /// The form's field.
    public var field: String
    public var findings: [TextGuard.Finding]

    public init(field: String, findings: [TextGuard.Finding]) {
        self.field = field
        self.findings = findings
    }

    public var kinds: Set<TextGuard.Kind> { Set(findings.map(\.kind)) }
}

extension TextGuard {
    /// - Returns: what a text is held for, once its author insists; nil when there is nothing to hold.
    /// - Throws: `refusal.cardNumber`, whatever the author says (B-09); a `TextConcern` while they have not insisted.
    @discardableResult
    public func reread(_ text: String?, field: String, insisted: Bool) throws -> String? {
        guard let text else { return nil }
        let findings = findings(in: text)
        if findings.contains(where: { $0.kind == .card }) { throw Refusal.invalid(field, "refusal.cardNumber") }
        guard !findings.isEmpty, !insisted else { return findings.map(\.kind).heldFor }
        throw TextConcern(field: field, findings: findings)
    }
}

extension Sequence<TextGuard.Kind> {
    /// As a row keeps them: « paid,phone »; nil when there are none.
    public var heldFor: String? {
        let kinds = Set(self)
        return kinds.isEmpty ? nil : TextGuard.Kind.allCases.filter(kinds.contains).map(\.rawValue).joined(separator: ",")
    }
}
