import Geography

/// Where a home is, as the address base knows it: the true point for those who must find it, the cell for everybody else.
public struct Spot: Sendable, Equatable {
    /// Never public.
    public var point: Point
    /// Nil where homes are too few: the public then sees the quartier alone.
    public var cell: Int?
    public var street: AddressStreet.Key
    /// `12bis`; nil for a street or lieu-dit as a whole.
    public var house: String?

    public init(point: Point, cell: Int?, street: AddressStreet.Key, house: String?) {
        self.point = point
        self.cell = cell
        self.street = street
        self.house = house
    }
}

/// « Mon immeuble », « ma rue », « mon quartier ».
public enum PlaceScope: String, Sendable, CaseIterable, Codable { case building, street, neighbourhood }
