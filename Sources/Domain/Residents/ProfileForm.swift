/// What people may change of themselves at once; a new e-mail address is proved first.
public struct ProfileForm: Sendable {
    public var fields: [String: String]

    public init(_ fields: [String: String] = [:]) { self.fields = fields }

    /// The form as it stands for somebody.
    public init(_ person: Person, neighbourhood: Neighbourhood?) {
        fields = ["firstName": person.firstName, "language": person.language, "neighbourhood": neighbourhood?.slug ?? "unknown"]
        fields["lastName"] = person.lastName
        fields["phone"] = person.phone?.spoken
        if let spot = person.spot {
            // The first line is the address as the base writes it.
            let lines = (person.place ?? "").split(separator: "\n", maxSplits: 1).map(String.init)
            fields["address"] = lines.first ?? spot.street.name
            fields["place"] = lines.dropFirst().first
        } else {
            fields["place"] = person.place
        }
    }

    /// - Parameter languages: those the site speaks.
    public func change(
        _ person: inout Person, _ neighbourhoods: [Neighbourhood], _ finding: PlaceFinding?, languages: [String]
    ) throws(Refusal) {
        var reader = FormReader()
        let firstName = reader.required("firstName", reader.line("firstName", fields["firstName"], atMost: 60), else: "refusal.firstName")
        let lastName = reader.line("lastName", fields["lastName"], atMost: 60)
        let phone = reader.phone("phone", fields["phone"])
        let language = reader.required("language", languages.first { $0 == fields["language"] }, else: "refusal.language")
        let place = PlaceForm(fields).read(&reader, neighbourhoods, finding)
        if person.email == nil, phone == nil { reader.refuse("phone", "refusal.contact") }
        try reader.finish()
        person.firstName = firstName ?? person.firstName
        person.lastName = lastName
        person.phone = phone
        person.language = language ?? person.language
        (person.neighbourhood, person.place, person.spot) = (place.neighbourhood, place.text, place.spot)
    }
}
