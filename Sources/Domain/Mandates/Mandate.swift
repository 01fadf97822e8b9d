/// Somebody's agreement that another acts for them: what for, until when, how they confirmed it (G-06, O-12).
public struct Mandate: Sendable, Equatable {
    public enum Kind: String, Sendable, CaseIterable, Codable {
        /// A relative or neighbour, by name.
        case proxy
        /// The town's structure, not a person: whoever guides the quartier on that day.
        case structure
    }
    public enum Relation: String, Sendable, CaseIterable, Codable { case family, neighbour, friend, carer }

    /// What it allows, and no more.
    public enum Power: String, Sendable, CaseIterable, Codable {
        /// Asking for help.
        case ask
        /// Seeing what becomes of a request, changing it, taking it back, saying how it went.
        case follow
        /// Reading and writing to the helper.
        case converse
    }
    public enum State: String, Sendable, CaseIterable, Codable {
        /// The represented person has not been heard.
        case pending
        case confirmed
        case revoked
        case expired
    }

    /// How the represented person said yes, who heard or read it, and when.
    public struct Confirmation: Sendable, Equatable {
        public enum Channel: String, Sendable, CaseIterable, Codable { case phone, paper }

        public var channel: Channel
        public var by: ID<Person>
        public var at: Moment

        public init(channel: Channel, by: ID<Person>, at: Moment) {
            self.channel = channel
            self.by = by
            self.at = at
        }
    }

    public var id: ID<Mandate>
    public var represented: ID<Person>
    /// Nil for the structure.
    public var holder: ID<Person>?
    /// Of the holder to the represented person.
    public var relation: Relation?
    /// Where the represented person lives: its referents confirm it, and act under that of the structure.
    public var neighbourhood: ID<Neighbourhood>?
    public var powers: Set<Power>
    /// For how long, from the confirmation.
    public var months: Int
    public var state: State = .pending
    public var proposedBy: ID<Person>
    public var proposedAt: Moment
    public var confirmation: Confirmation?
    public var startsAt: Moment?
    /// The first moment at which it no longer holds.
    public var endsAt: Moment?
    /// Calls that nobody answered.
    public var attempts = 0
    /// When its coming end was told.
    public var noticedAt: Moment?
    public var closedAt: Moment?
    /// Nil where it ended by itself.
    public var closedBy: ID<Person>?

    public init(
        id: ID<Mandate>, represented: ID<Person>, holder: ID<Person>?, relation: Relation?, neighbourhood: ID<Neighbourhood>?,
        powers: Set<Power>, months: Int, proposedBy: ID<Person>, proposedAt: Moment
    ) {
        self.id = id
        self.represented = represented
        self.holder = holder
        self.relation = relation
        self.neighbourhood = neighbourhood
        self.powers = powers
        self.months = months
        self.proposedBy = proposedBy
        self.proposedAt = proposedAt
    }

    public var kind: Kind { holder == nil ? .structure : .proxy }

    /// In months. Half a year unless somebody chooses otherwise, a year at most.
    public static let terms = [1, 3, 6, 12]
    public static let usualTerm = 6
    /// Its end is told this long before.
    public static let notice: Duration = .days(14)
    /// A proposal that nobody could confirm is forgotten after this.
    public static let pendingFor: Duration = .days(30)
    /// What is over is kept for this many months, so that the represented person can still read what was done.
    public static let keptMonths = 12
}
