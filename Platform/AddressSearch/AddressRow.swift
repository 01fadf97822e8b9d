import Geography

/// One line of an address base (BAN or BAL), as a caller read it.
public struct AddressRow: Sendable {
    /// The caller's own number for this line, given back in ``Suggestion/reference``.
    public var reference: UInt32
    /// Nil for a street or a place that has no numbers.
    public var number: Int?
    /// `"bis"`, `"ter"`, `"A"`…, or empty.
    public var suffix: String
    /// Street, or the place's name where there are no streets.
    public var street: String
    /// Another name of the same street, or empty (BAN: `alias`).
    public var alias: String
    /// The lieu-dit in which the address lies, or empty (BAN: `nom_ld`).
    public var locality: String
    public var postcode: String
    public var commune: String
    /// The name of the commune before a merger, or empty (BAN: `nom_ancienne_commune`).
    public var formerCommune: String
    /// The commune's INSEE code, five characters.
    public var insee: String
    public var point: Point

    public init(
        reference: UInt32, number: Int?, suffix: String = "", street: String, alias: String = "", locality: String = "", postcode: String,
        commune: String, formerCommune: String = "", insee: String, point: Point
    ) {
        (self.reference, self.number, self.suffix, self.point) = (reference, number, suffix, point)
        (self.street, self.alias, self.locality) = (street, alias, locality)
        (self.postcode, self.commune, self.formerCommune, self.insee) = (postcode, commune, formerCommune, insee)
    }
}
