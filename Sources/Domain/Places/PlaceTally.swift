import Geography

/// Public counts gathered twice from the same rows: by quartier for a list, by anchor for a map. The list says all that the map says.
public struct PlaceTally: Sendable, Equatable {
    public struct Row: Sendable, Equatable {
        /// Nil for what is somewhere in the town.
        public var neighbourhood: ID<Neighbourhood>?
        public var count: Int
        /// In the town's order of categories.
        public var kinds: [Kind]
        /// Its places on the map, the middle first; none where nothing is measured from.
        public var marks: [Mark]
    }

    public struct Kind: Sendable, Equatable {
        public var category: ID<Category>
        public var count: Int
    }

    public struct Mark: Sendable, Equatable {
        public var anchor: Point
        public var count: Int
        /// Nil in the middle of the quartier.
        public var whereabouts: Whereabouts?
    }

    /// In the town's order, those with nothing left out; last what is somewhere in the town.
    public let rows: [Row]
    public var count: Int { rows.reduce(0) { $0 + $1.count } }

    /// - Parameter middle: of the town, from which cells in no quartier are told apart.
    public init(
        _ counts: [PlaceCount], categories: [Category], neighbourhoods: [Neighbourhood], cells: [Int: HomeCell], middle: Point? = nil
    ) {
        let known = Set(neighbourhoods.map(\.id))
        let byPlace = Dictionary(grouping: counts) { $0.neighbourhood.flatMap { known.contains($0) ? $0 : nil } }
        let places = neighbourhoods.map { Optional($0) } + [nil]
        rows = places.compactMap { place in
            guard let counts = byPlace[place?.id], !counts.isEmpty else { return nil }
            return Row(
                neighbourhood: place?.id, count: counts.reduce(0) { $0 + $1.count }, kinds: Self.kinds(counts, categories),
                marks: Self.marks(counts, at: place?.anchor, from: place?.anchor ?? middle, cells))
        }
    }

    private static func kinds(_ counts: [PlaceCount], _ categories: [Category]) -> [Kind] {
        let totals = Dictionary(counts.map { ($0.category, $0.count) }, uniquingKeysWith: +)
        return categories.compactMap { category in totals[category.id].map { Kind(category: category.id, count: $0) } }
    }

    /// A home in no cell, or in one that is not known here, counts in the middle of its quartier.
    private static func marks(_ counts: [PlaceCount], at place: Point?, from middle: Point?, _ cells: [Int: HomeCell]) -> [Mark] {
        let byCell = Dictionary(counts.map { ($0.cell.flatMap { cells[$0]?.number }, $0.count) }, uniquingKeysWith: +)
        return byCell.sorted { ($0.key ?? 0) < ($1.key ?? 0) }.compactMap { number, count in
            let anchor = number.flatMap { cells[$0]?.anchor } ?? place
            return anchor.map { anchor in
                Mark(anchor: anchor, count: count, whereabouts: middle.flatMap { Whereabouts(of: anchor, from: $0) })
            }
        }
    }
}
