import Geography

/// One line of an address file, understood.
public struct AddressLine: Sendable, Equatable {
    /// Five characters.
    public var insee: String
    public var street: String
    /// Lieu-dit or earlier commune that tells it from a street of the same name.
    public var locality: String?
    public var postcode: String?
    public var city: String
    /// Nil for a street or lieu-dit as a whole.
    public var number: Int?
    /// Small letters: `bis`, `a`; empty without.
    public var suffix: String
    public var point: Point
    public var position: AddressPosition
}

/// What the point of an address marks. Of several points the best leads to the door (BAL 1.4, column `position`).
public enum AddressPosition: Int, Sendable, Comparable, CaseIterable {
    case entrance, building, staircase, parcel, segment, unknown

    private static let names: [String: AddressPosition] = [
        "entree": .entrance, "entrance": .entrance, "delivrance-postale": .entrance, "logement": .entrance, "batiment": .building,
        "building": .building, "cage-d-escalier": .staircase, "parcelle": .parcel, "parcel": .parcel, "segment": .segment,
        "interpolation": .segment,
    ]

    /// As files write it: « Entrée », « bâtiment »; `unknown` for any other word.
    public init(named name: String) { self = Self.names[Slug.of(name)] ?? .unknown }

    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// Why a line of an address file is refused.
public enum AddressFault: String, Error, Sendable, CaseIterable {
    case noStreet, tooLong, wrongNumber, wrongCommune, noPosition, wrongPosition, wrongColumns

    public var refusal: Refusal { Refusal(.invalid, "refusal.address.\(rawValue)") }
}
