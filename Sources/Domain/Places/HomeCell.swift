import Geography

/// What the public may know of where a home is: a group of at least ``minimum`` homes of one quartier, known by its anchor alone.
///
/// A home once in a cell stays in it: were cells drawn anew, two drawings laid over each other would tell neighbours apart.
public struct HomeCell: Sendable, Equatable {
    /// Fewer homes than that are never told apart (P-13).
    public static let minimum = 11
    /// Metres; cells of a thinly settled place are several squares.
    public static let side = 400.0

    /// Counted within the town, from 1.
    public var number: Int
    public var neighbourhood: ID<Neighbourhood>?
    /// Where the public measures from: the middle of its squares, wherever in them the homes are.
    public var anchor: Point
    /// When it was drawn.
    public var homes: Int

    public init(number: Int, neighbourhood: ID<Neighbourhood>?, anchor: Point, homes: Int) {
        self.number = number
        self.neighbourhood = neighbourhood
        self.anchor = anchor
        self.homes = homes
    }

    /// A square of the town's grid within one quartier: the unit that cells are made of. No cell lies in two quartiers, since the
    /// public sees both, and what they share could be a single home.
    public struct Part: Hashable, Sendable {
        public var neighbourhood: ID<Neighbourhood>?
        public var square: SquareGrid.Square

        public init(_ neighbourhood: ID<Neighbourhood>?, _ square: SquareGrid.Square) {
            self.neighbourhood = neighbourhood
            self.square = square
        }
    }
}
