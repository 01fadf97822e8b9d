/// The accessibility statement; anything but « non conforme » needs an audit behind it.
enum AccessibilityForm {
    private static let texts: [(name: String, path: any WritableKeyPath<AccessibilityStatement, String?> & Sendable)] = [
        ("nonConformities", \.nonConformities), ("derogations", \.derogations), ("exemptContent", \.exemptContent),
        ("environment", \.environment), ("tools", \.tools), ("pages", \.pages),
    ]

    static func values(_ town: Town) -> [String: String] {
        let statement = town.settings.accessibility
        var values = ["conformity": statement.conformity.rawValue]
        values["auditedOn"] = statement.auditedOn
        values["auditor"] = statement.auditor
        values["rate"] = statement.rate.map { String($0) }
        values["establishedOn"] = statement.establishedOn
        values["plan"] = statement.plan
        values["accessibilityContact"] = statement.contact
        for (name, path) in texts { values[name] = statement[keyPath: path] }
        return values
    }

    static func change(_ town: inout Town, _ fields: [String: String], _ reader: inout FormReader) {
        var statement = town.settings.accessibility
        let conformity = fields["conformity"].flatMap(AccessibilityStatement.Conformity.init(rawValue:))
        statement.conformity = reader.required("conformity", conformity, else: "refusal.choose") ?? .none
        statement.auditedOn = reader.day("auditedOn", fields["auditedOn"])
        statement.auditor = reader.line("auditor", fields["auditor"], atMost: 120)
        let rate = PlainText.line(fields["rate"] ?? "")
        statement.rate = rate.isEmpty ? nil : reader.number("rate", rate, in: 0...100)
        statement.establishedOn = reader.day("establishedOn", fields["establishedOn"])
        statement.plan = reader.line("plan", fields["plan"], atMost: 300)
        if let plan = statement.plan, !plan.hasPrefix("https://") { reader.refuse("plan", "refusal.link") }
        statement.contact = reader.line("accessibilityContact", fields["accessibilityContact"], atMost: 200)
        for (name, path) in texts { statement[keyPath: path] = reader.text(name, fields[name], atMost: 4_000) }
        if statement.conformity != .none { needAudit(statement, &reader) }
        town.settings.accessibility = statement
    }

    private static func needAudit(_ statement: AccessibilityStatement, _ reader: inout FormReader) {
        if statement.auditedOn == nil { reader.refuse("auditedOn", "refusal.audit") }
        if statement.auditor == nil { reader.refuse("auditor", "refusal.audit") }
        if statement.rate == nil { reader.refuse("rate", "refusal.audit") }
        if statement.conformity == .full, let rate = statement.rate, rate < 100 { reader.refuse("rate", "refusal.fullRate") }
    }
}
