/// An entry as the journal keeps it.
public struct JournalLine: Sendable, Equatable {
    /// From 1, without gaps, per town.
    public var number: Int64
    public var id: ID<JournalEntry>
    public var entry: JournalEntry
    /// What the actor was at that moment: role words joined by `+`, `resident` without any, `system` for nobody.
    public var role: String

    public init(number: Int64, id: ID<JournalEntry>, entry: JournalEntry, role: String) {
        self.number = number
        self.id = id
        self.entry = entry
        self.role = role
    }

    /// The roles among the words of `role`; none for a resident or the site itself.
    public var roles: [Role.Kind] { role.split(separator: "+").compactMap { Role.Kind(rawValue: String($0)) } }

    public static let system = "system"
    public static let resident = "resident"

    /// The role word of somebody with these roles.
    public static func role(of roles: [Role]) -> String {
        let kinds = Role.Kind.allCases.filter { kind in roles.contains { $0.kind == kind } }
        return kinds.isEmpty ? resident : kinds.map(\.rawValue).joined(separator: "+")
    }
}

/// How a town's journal stands.
public enum JournalStanding: Sendable, Equatable {
    /// Every link holds, up to this number; the oldest `purged` entries are only known by their checkpoint.
    case whole(last: Int64, purged: Int64)
    /// The first link that does not hold.
    case broken(number: Int64, at: Moment?, Fault)

    public enum Fault: String, Sendable, CaseIterable {
        /// The entry is not what was written.
        case altered
        /// An entry is not there.
        case missing
        /// The checkpoint that stands for the oldest part is not what was written.
        case checkpoint
    }
}
