import Foundation

/// What somebody typed to ask for help, by whatever door: field names and raw values. Pages, JSON and the phone form fill the same one.
public struct AskForm: Sendable, Equatable {
    /// One question per page.
    public enum Step: String, Sendable, CaseIterable { case what, when, place, who, details, contact, check }

    public var fields: [String: String]

    public init(_ fields: [String: String] = [:]) { self.fields = fields }

    public subscript(name: String) -> String? {
        get { fields[name] }
        set { fields[name] = newValue }
    }

    /// Writes a found address as the base does, so that it is found again; one that nobody could look up stays as it was written.
    public mutating func settle(_ place: PlaceFinding?) {
        if place == nil, let typed = PlaceForm(fields).typedAddress { (self["address"], self["addressChoice"]) = (typed, "words") }
        guard case .found(let address)? = place?.address, self["addressChoice"] != "words" else { return }
        (self["address"], self["addressChoice"]) = (address.label, "")
    }

    /// The mandate under which somebody asks in another's name, chosen as an answer to « pour qui ? ».
    public var mandate: ID<Mandate>? { self["for"].flatMap { ID(text: $0) } }

    public static let names: [Step: [String]] = [
        .what: ["category"],
        .when: ["when", "date", "rhythm"],
        .place: PlaceForm.names + ["askedFirst"],
        .who: ["for", "otherFirstName", "otherLastName", "otherPhone"],
        .details: ["details", "constraints", "sure"] + Criterion.allCases.map(\.field),
        .contact: ["firstName", "lastName", "email", "phone"],
        .check: ["notice"],
    ]

    /// What a form may choose from, and the clock.
    public struct Choices: Sendable {
        public var categories: [Category]
        public var neighbourhoods: [Neighbourhood]
        /// What the address base says of the address typed; nil without a base.
        public var place: PlaceFinding?
        public var now: Moment
        public var zone: TimeZone

        public init(categories: [Category], neighbourhoods: [Neighbourhood], place: PlaceFinding? = nil, now: Moment, zone: TimeZone) {
            self.categories = categories
            self.neighbourhoods = neighbourhoods
            self.place = place
            self.now = now
            self.zone = zone
        }
    }
}

/// A request that was understood, not yet one that exists.
public struct NewRequest: Sendable, Equatable {
    public struct Name: Sendable, Equatable {
        public var first: String
        public var last: String?
    }

    public struct Asker: Sendable, Equatable {
        public var name: Name
        public var email: EmailAddress?
        public var phone: PhoneNumber?
    }

    public struct Beneficiary: Sendable, Equatable {
        public var name: Name
        public var phone: PhoneNumber?
    }

    public var category: Category
    public var wanted: WhenWanted
    public var neighbourhood: ID<Neighbourhood>?
    public var place: String?
    public var spot: Spot?
    public var askedFirst: PlaceScope?
    public var details: String?
    public var constraints: String?
    public var criteria: Set<Criterion> = []
    /// The asker has read why the words will be held, and sends them all the same.
    public var insists = false
    public var asker: Asker
    /// Nil when it is for the asker.
    public var beneficiary: Beneficiary?
    /// Under which the asker, who is not the one who typed, is asked for.
    public var mandate: ID<Mandate>?
    /// The offer that they answer: its helper is asked first.
    public var offer: ID<Offer>?
}
