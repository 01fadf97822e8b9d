/// How many open needs of one kind, or offers, the public may see at one place.
///
/// Small numbers are no secret here (P-13): the public lists show each of these needs and offers by itself, with its quartier, and no cell
/// has fewer homes than ``HomeCell/minimum``.
public struct PlaceCount: Sendable, Equatable {
    public var category: ID<Category>
    public var neighbourhood: ID<Neighbourhood>?
    /// Number of the cell, where the home is in one.
    public var cell: Int?
    public var count: Int

    public init(category: ID<Category>, neighbourhood: ID<Neighbourhood>?, cell: Int?, count: Int) {
        self.category = category
        self.neighbourhood = neighbourhood
        self.cell = cell
        self.count = count
    }
}
