/// A trace of a power used: reads of contact data, grants, decisions, reveals (P-04). Never the content (P-05).
public struct JournalEntry: Sendable, Equatable {
    public enum Action: String, Sendable, CaseIterable, Codable {
        case readContact = "read_contact"
        case searched
        case revealed
        case granted
        case revoked
        case decided
        case exported
        case printed
        case changedSettings = "changed_settings"
        case recorded
        /// What was kept for its time is gone.
        case purged
    }

    public var at: Moment
    public var actor: ID<Person>?
    public var action: Action
    /// `people`, `help_requests`…
    public var subjectKind: String
    public var subject: [UInt8]?
    /// Why, in a word of a closed list: `ask`, `ring_back`, `relay`…
    public var purpose: String

    public init(at: Moment, actor: ID<Person>?, action: Action, subjectKind: String, subject: [UInt8]?, purpose: String) {
        self.at = at
        self.actor = actor
        self.action = action
        self.subjectKind = subjectKind
        self.subject = subject
        self.purpose = purpose
    }
}
