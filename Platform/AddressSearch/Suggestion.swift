import Geography

/// A place that answers what somebody typed.
public struct Suggestion: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable { case number, street, locality, commune }

    public let kind: Kind
    /// The caller's ``AddressRow/reference``: of the number, or of the row that gave a street without a number; nil otherwise.
    public let reference: UInt32?
    public let number: HouseNumber?
    /// Street or lieu-dit, as the address base writes it; empty for a commune.
    public let street: String
    /// The other name by which it was found, if it was.
    public let alias: String?
    public let postcode: String
    public let city: String
    public let insee: String
    public let point: Point
    /// From 0, nothing in common, to 1, everything typed was found and nothing is missing.
    public let score: Double
    /// A number was typed that this street does not have.
    public let numberUnknown: Bool
    /// With ``numberUnknown``: the street's numbers next to the one typed, at most four, in order.
    public let nearest: [HouseNumber]
    /// What was typed and is not in it, little words aside, folded: another town's name, say.
    public let unmatched: [String]

    /// The usual way to write it: `12 bis Rue des Lilas 38000 Grenoble`.
    public var label: String {
        let line = [number?.label ?? "", street].filter { !$0.isEmpty }.joined(separator: " ")
        return [line, postcode, city].filter { !$0.isEmpty }.joined(separator: " ")
    }
}

/// A door of a street.
public struct HouseNumber: Sendable, Hashable {
    public let reference: UInt32
    public let number: Int
    /// `"bis"`, `"a"`…, lower case, or empty.
    public let suffix: String
    public let point: Point

    public var label: String { suffix.isEmpty ? "\(number)" : "\(number) \(suffix)" }
}
