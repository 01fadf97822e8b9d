/// The few fields of a new account (G-02), asked once the address is proved.
public struct WelcomeForm: Sendable {
    public var fields: [String: String]

    public init(_ fields: [String: String] = [:]) { self.fields = fields }

    /// A form that holds together.
    public struct NewResident: Sendable, Equatable {
        public var firstName: String
        public var neighbourhood: ID<Neighbourhood>?
        public var language: String
    }

    /// - Parameter languages: those the site speaks.
    public func read(_ neighbourhoods: [Neighbourhood], languages: [String]) throws(Refusal) -> NewResident {
        var reader = FormReader()
        let firstName = reader.required("firstName", reader.line("firstName", fields["firstName"], atMost: 60), else: "refusal.firstName")
        let neighbourhood = reader.neighbourhood("neighbourhood", fields["neighbourhood"], among: neighbourhoods)
        let language = reader.required("language", languages.first { $0 == fields["language"] }, else: "refusal.language")
        // Fifteen is the age from which one agrees alone to an online service (G-07).
        if fields["age"] != "yes" { reader.refuse("age", "refusal.age15") }
        try reader.finish()
        return NewResident(firstName: firstName ?? "", neighbourhood: neighbourhood, language: language ?? "fr")
    }
}

extension FormReader {
    /// A quartier by its slug; « unknown » is an answer, and where a town has no quartiers nothing is asked.
    public mutating func neighbourhood(
        _ name: String, _ value: String?, among neighbourhoods: [Neighbourhood]
    ) -> ID<Neighbourhood>? {
        guard !neighbourhoods.isEmpty, value != "unknown" else { return nil }
        return required(name, neighbourhoods.first { $0.slug == value }?.id, else: "refusal.neighbourhood")
    }
}
