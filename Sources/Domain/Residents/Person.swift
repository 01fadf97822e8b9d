/// Somebody a town knows: with an account (a resident) or only by the request they made. Minimal by design (G-02).
public struct Person: Sendable, Equatable {
    public enum Channel: String, Sendable, CaseIterable, Codable { case email, phone, letter }

    public var id: ID<Person>
    public var firstName: String
    /// Never public.
    public var lastName: String?
    public var email: EmailAddress?
    public var phone: PhoneNumber?
    /// `fr`, `en`.
    public var language: String
    public var channel: Channel
    public var neighbourhood: ID<Neighbourhood>?
    /// Address in the person's words; private.
    public var place: String?
    /// Where that is, when it is an address of the base; private but for its cell.
    public var spot: Spot?
    /// Known only where a rule needs it (helpers: B-08).
    public var birthYear: Int?
    /// Told on the telephone by whoever wishes, so that namesakes are told apart; private.
    public var bornOn: CivilDay?
    public var hasAccount: Bool
    public var createdAt: Moment
    public var lastSeenAt: Moment?

    public init(
        id: ID<Person>, firstName: String, lastName: String? = nil, email: EmailAddress? = nil, phone: PhoneNumber? = nil,
        language: String = "fr", channel: Channel, neighbourhood: ID<Neighbourhood>? = nil, place: String? = nil, spot: Spot? = nil,
        birthYear: Int? = nil, hasAccount: Bool = false, createdAt: Moment, lastSeenAt: Moment? = nil
    ) {
        self.id = id
        self.firstName = firstName
        self.lastName = lastName
        self.email = email
        self.phone = phone
        self.language = language
        self.channel = channel
        self.neighbourhood = neighbourhood
        self.place = place
        self.spot = spot
        self.birthYear = birthYear
        self.hasAccount = hasAccount
        self.createdAt = createdAt
        self.lastSeenAt = lastSeenAt
    }

    /// In the place of everybody who was erased: what is left of them is counted and leads nowhere.
    public static let nobody = Person(
        id: ID(high: 0, low: 0), firstName: "", channel: .letter, createdAt: Moment(milliseconds: 0))

    /// Written to; others are rung or visited.
    public var isMailed: Bool { channel == .email && email != nil }

    /// For whoever has to know who it is; where that is shown the journal says so.
    public var fullName: String { [firstName, lastName].compactMap(\.self).joined(separator: " ") }

    /// First name and initial at most, after a match (G-03).
    public var shownName: String {
        guard let initial = lastName?.first else { return firstName }
        return "\(firstName) \(initial.uppercased())."
    }
}
