/// Quartiers with fewer referents than suggested. Two, so that one may be ill or on holiday.
public struct ReferentsWanted: Sendable, Equatable {
    public static let suggested = 2

    public var neighbourhood: Neighbourhood
    /// How many there are.
    public var count: Int

    public static func among(_ neighbourhoods: [Neighbourhood], held roles: [Role]) -> [ReferentsWanted] {
        neighbourhoods.compactMap { place in
            let count = roles.count { $0.kind == .referent && $0.neighbourhood == place.id }
            return count < suggested ? ReferentsWanted(neighbourhood: place, count: count) : nil
        }
    }
}
