/// A body that answers for requests: its name and its mail box, and a person of the town who is answerable for it.
public struct Organisation: Sendable, Equatable {
    public enum Kind: String, Sendable, CaseIterable, Codable {
        case association
        /// Volunteers under the mayor, called out by an activation (CSI L724-1 and following; B-05).
        case communalReserve = "communal_reserve"
        /// Agents of the town.
        case service
        case ccas

        /// Where the ladder asks it.
        public var rung: Rung {
            switch self {
            case .association: .association
            case .communalReserve: .reserve
            case .service: .agent
            case .ccas: .ccas
            }
        }

        /// Whose insurance answers when it helps (B-04).
        public var frame: InterventionFrame {
            switch self {
            case .association: .association
            case .communalReserve: .communalReserve
            case .service: .townService
            case .ccas: .ccas
            }
        }

        /// Part of the town, which knows whoever is no longer put in touch with anybody new.
        public var isOfTheTown: Bool { self == .service || self == .ccas }
    }

    public var id: ID<Organisation>
    public var kind: Kind
    public var name: String
    public var email: EmailAddress
    /// Of its mail: `fr`, `en`.
    public var language: String
    /// Answerable on the town's side.
    public var owner: ID<Person>
    /// Nil: the whole town.
    public var zone: Set<ID<Neighbourhood>>?
    /// Nil: whatever is asked.
    public var categories: Set<ID<Category>>?
    public var isActive = true
    /// Not asked any more since; nil while it is.
    public var stoppedAt: Moment?
    public var createdAt: Moment
    public var lastAskedAt: Moment?

    public init(
        id: ID<Organisation>, kind: Kind, name: String, email: EmailAddress, language: String = "fr", owner: ID<Person>,
        zone: Set<ID<Neighbourhood>>? = nil, categories: Set<ID<Category>>? = nil, createdAt: Moment
    ) {
        (self.id, self.kind, self.name, self.email, self.language, self.owner) = (id, kind, name, email, language, owner)
        (self.zone, self.categories, self.createdAt) = (zone, categories, createdAt)
    }

    /// Asked from now on, or no longer.
    public mutating func switched(on isOn: Bool, at now: Moment) {
        guard isOn != isActive else { return }
        isActive = isOn
        stoppedAt = isOn ? nil : now
    }

    /// A request of an unknown quartier is for those who serve the whole town.
    public func takes(_ category: ID<Category>, in place: ID<Neighbourhood>?) -> Bool {
        guard categories?.contains(category) ?? true else { return false }
        guard let zone else { return true }
        return place.map(zone.contains) ?? false
    }
}
