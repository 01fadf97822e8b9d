/// An organisation as an administrator describes it. Boxes are fields of their own: `zone-{quartier}`, `takes-{category}`.
public struct OrganisationForm: Sendable, Equatable {
    public static let most = 500
    public static let everywhere = "all"
    public static let some = "some"
    public static let languages = ["fr", "en"]
    public var fields: [String: String]

    public init(_ fields: [String: String] = [:]) { self.fields = fields }

    /// What it may choose from.
    public struct Choices: Sendable {
        public var categories: [Category]
        public var neighbourhoods: [Neighbourhood]
        /// Who holds a role in the town.
        public var owners: Set<ID<Person>>

        public init(categories: [Category], neighbourhoods: [Neighbourhood], owners: Set<ID<Person>>) {
            self.categories = categories
            self.neighbourhoods = neighbourhoods
            self.owners = owners
        }
    }

    public init(_ organisation: Organisation, _ categories: [Category], _ neighbourhoods: [Neighbourhood]) {
        fields = [
            "name": organisation.name, "kind": organisation.kind.rawValue, "email": organisation.email.text,
            "language": organisation.language, "owner": organisation.owner.text,
            "zone": organisation.zone == nil ? Self.everywhere : Self.some,
            "takes": organisation.categories == nil ? Self.everywhere : Self.some,
        ]
        for place in neighbourhoods where organisation.zone?.contains(place.id) == true { fields["zone-\(place.slug)"] = "yes" }
        for category in categories where organisation.categories?.contains(category.id) == true { fields["takes-\(category.key)"] = "yes" }
    }

    /// Those that have a meaning; whatever else was sent is dropped.
    public var known: [String: String] {
        fields.filter { name, _ in
            ["name", "kind", "email", "language", "owner", "zone", "takes"].contains(name) || name.hasPrefix("zone-")
                || name.hasPrefix("takes-")
        }
    }

    /// The organisation as the form wants it; its age and whether it is active stay.
    public func changed(_ organisation: Organisation, _ choices: Choices) throws(Refusal) -> Organisation {
        var organisation = organisation
        let new = try added(choices, id: organisation.id, now: organisation.createdAt)
        (organisation.kind, organisation.name, organisation.email) = (new.kind, new.name, new.email)
        (organisation.language, organisation.owner) = (new.language, new.owner)
        (organisation.zone, organisation.categories) = (new.zone, new.categories)
        return organisation
    }

    public func added(_ choices: Choices, id: ID<Organisation>, now: Moment) throws(Refusal) -> Organisation {
        var reader = FormReader()
        let name = reader.required("name", reader.line("name", fields["name"], atMost: 100), else: "refusal.organisationName")
        let kind = reader.required("kind", fields["kind"].flatMap(Organisation.Kind.init(rawValue:)), else: "refusal.choose")
        let email = reader.email("email", fields["email"])
        if email == nil { reader.refuse("email", "refusal.email") }
        let language = reader.required("language", Self.languages.first { $0 == fields["language"] }, else: "refusal.choose")
        let owner = reader.required("owner", choices.owners.first { $0.text == fields["owner"] }, else: "refusal.organisationOwner")
        let zone = chosen("zone", choices.neighbourhoods.map { ($0.slug, $0.id) }, &reader)
        let categories = chosen("takes", choices.categories.map { ($0.key, $0.id) }, &reader)
        try reader.finish()
        guard let name, let kind, let email, let language, let owner else { throw Refusal(.invalid, "refusal.form") }
        return Organisation(
            id: id, kind: kind, name: name, email: email, language: language, owner: owner, zone: zone, categories: categories,
            createdAt: now)
    }

    /// Nil where everything is; one at least where it is some.
    private func chosen<Thing>(_ name: String, _ all: [(String, ID<Thing>)], _ reader: inout FormReader) -> Set<ID<Thing>>? {
        guard fields[name] == Self.some else {
            if fields[name] != Self.everywhere { reader.refuse(name, "refusal.choose") }
            return nil
        }
        let chosen = Set(all.filter { fields["\(name)-\($0.0)"] == "yes" }.map(\.1))
        if chosen.isEmpty { reader.refuse(name, "refusal.organisationNone") }
        return chosen
    }
}
