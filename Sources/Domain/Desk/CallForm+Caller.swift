/// Who calls, as far as the form says it.
extension CallForm {
    /// Somebody whom the town knows, chosen among those who were found.
    public var known: ID<Person>? { fields["known"].flatMap { ID(text: $0) } }
    /// Somebody was chosen, or it was said that it is nobody of them.
    public var isRecognised: Bool { fields["known"] != nil }

    /// What whoever calls is looked for by: the number, else names and the date of birth, else the address. Nil while too little was said.
    public var callerWords: String? {
        let names = ["lastName", "firstName", "bornOn"].compactMap { fields[$0] }.joined(separator: " ")
        let said = [fields["phone"], names, PlaceForm(fields).typedAddress].compactMap(\.self)
        return said.first { CallerQuery($0) != nil }
    }

    /// Whether somebody at the same house number may be the caller, or whom they call for; a neighbour of another name is not.
    public func mayMean(_ neighbours: [Person]) -> Bool {
        let said = [["lastName", "firstName"], ["otherLastName", "otherFirstName"]].compactMap { names in
            CallerQuery(names.compactMap { fields[$0] }.joined(separator: " "))
        }
        return said.isEmpty || said.contains { neighbours.contains(where: $0.fits) }
    }

    /// It is this person: what the town knows of them fills what is still empty.
    /// - Parameter quartier: the short name of theirs.
    public mutating func recognise(_ person: Person, quartier: String?) {
        fields["known"] = person.id.text
        let lines = (person.place ?? "").split(separator: "\n", maxSplits: 1).map(String.init)
        fill("firstName", person.firstName)
        fill("lastName", person.lastName)
        fill("phone", person.phone?.digits)
        fill("email", person.email?.text)
        fill("bornOn", person.bornOn?.typed)
        guard fields["for"] != "other", PlaceForm(fields).typedAddress == nil, fields["place"] == nil else { return }
        fill("address", person.spot == nil ? nil : lines.first)
        fill("place", person.spot == nil ? person.place : lines.dropFirst().first)
        fill("neighbourhood", quartier)
    }

    public mutating func forgetCaller(isNew: Bool) { fields["known"] = isNew ? "new" : nil }

    private mutating func fill(_ name: String, _ value: String?) {
        if fields[name] == nil, let value, !value.isEmpty { fields[name] = value }
    }
}
