import Foundation

/// What of the journal somebody wishes to see; nil is everything.
public struct JournalFilter: Sendable, Equatable {
    public var from: Moment?
    /// The first moment that no longer counts.
    public var until: Moment?
    public var action: JournalEntry.Action?
    public var role: String?
    public var actor: ID<Person>?
    /// The pseudonym of a person or thing.
    public var subject: [UInt8]?

    public init() {}

    /// As a form has it. What cannot be read counts as not chosen: a filter is no reason for an error.
    public init(_ fields: [String: String], in zone: TimeZone) {
        from = fields["du"].flatMap { CivilDay($0) }.map { $0.midnight(in: zone) }
        until = fields["au"].flatMap { CivilDay($0) }.map { day in
            LocalTime(day.midnight(in: zone), in: zone).at(hour: 0, daysLater: 1, in: zone)
        }
        action = fields["acte"].flatMap { JournalEntry.Action(rawValue: $0) }
        role = fields["role"].flatMap { Self.roles.contains($0) ? $0 : nil }
        actor = fields["acteur"].flatMap { ID(text: $0) }
        subject = fields["sujet"].flatMap { ID<Person>(text: $0)?.bytes }
    }

    public static let roles = Role.Kind.allCases.map(\.rawValue) + [JournalLine.resident, JournalLine.system]
}
