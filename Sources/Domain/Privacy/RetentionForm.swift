/// How long one kind of thing is kept in a town, as the officer types it.
public struct RetentionForm: Sendable {
    public var fields: [String: String]

    public init(_ fields: [String: String]) { self.fields = fields }

    public init(_ rule: RetentionRule, in town: Town) {
        let term = rule.term(in: town)
        fields = ["term": String(rule.unit == .days ? term.days : term.months), "approval": rule.approval(in: town) ?? ""]
    }

    /// - Throws: a refusal of each field that is wrong, with the rule's bounds.
    public func read(_ subject: RetentionRule.Subject) throws(Refusal) -> RetentionChoice {
        guard let rule = RetentionRule.of(subject) else { throw .notFound }
        var reader = FormReader()
        let approval = reader.line("approval", fields["approval"], atMost: 120)
        let count = fields["term"].flatMap { Int(PlainText.line($0)) }
        guard let count, rule.choices.contains(count) else {
            reader.refuse(
                "term", "refusal.retention.\(rule.unit.rawValue)",
                ["from": String(rule.choices.lowerBound), "to": String(rule.choices.upperBound)])
            throw .invalid(reader.refusals)
        }
        try reader.finish()
        return RetentionChoice(term: rule.term(of: count), approval: approval)
    }
}
