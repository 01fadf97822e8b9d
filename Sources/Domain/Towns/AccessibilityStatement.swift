/// What the page `/accessibilite` says, in the order of the compulsory template.
public struct AccessibilityStatement: Sendable, Equatable, Codable {
    public enum Conformity: String, Sendable, Codable, CaseIterable { case none, partial, full }

    /// As declared; see ``shown`` for what may be said.
    public var conformity: Conformity = .none
    /// `2026-11-21`, and who did it.
    public var auditedOn: String?
    public var auditor: String?
    /// Share of criteria met, in per cent.
    public var rate: Int?
    public var nonConformities: String?
    public var derogations: String?
    public var exemptContent: String?
    public var environment: String?
    public var tools: String?
    public var pages: String?
    /// Address of the town's pluriannual scheme and action plan.
    public var plan: String?
    /// `2026-11-21`; nil until the town looked at its statement.
    public var establishedOn: String?
    /// An address or a number of its own; nil is the contact page.
    public var contact: String?

    public init() {}

    /// Without an audit a site is « non conforme », whatever was declared.
    public var shown: Conformity { audit == nil ? .none : conformity }

    public var audit: CivilDay? { auditedOn.flatMap(CivilDay.init) }

    /// Three years after the audit the statement says nothing any more.
    public func isExpired(on today: CivilDay) -> Bool {
        guard let audit else { return false }
        return (today.year, today.month, today.day) >= (audit.year + 3, audit.month, audit.day)
    }
}
