import Geography

/// Where somebody is, as well as it is known: an address, else a quartier.
public struct Location: Sendable, Equatable {
    /// The true point; never public.
    public var point: Point?
    public var neighbourhood: ID<Neighbourhood>?

    public init(point: Point? = nil, neighbourhood: ID<Neighbourhood>?) {
        self.point = point
        self.neighbourhood = neighbourhood
    }
}

/// How far it is between two places of a town: straight, and longer by a way round each river or railway in between.
public struct Ground: Sendable {
    private let anchors: [ID<Neighbourhood>: Point]
    private let barriers: Barriers
    private let wayRound: Double

    /// - Parameters:
    ///   - anchors: of the town's quartiers, for whoever is known by the quartier alone.
    ///   - wayRound: metres that each barrier adds, on average: half the distance between its bridges, there and back.
    public init(anchors: [ID<Neighbourhood>: Point], barriers: Barriers = Barriers([]), wayRound: Double = 0) {
        self.anchors = anchors
        self.barriers = barriers
        self.wayRound = wayRound
    }

    /// Metres; 0 inside one quartier when no better is known, nil when one of them is nowhere.
    public func distance(_ one: Location, _ other: Location) -> Double? {
        if one.point == nil || other.point == nil, let quartier = one.neighbourhood, quartier == other.neighbourhood { return 0 }
        guard let from = point(one), let to = point(other) else { return nil }
        let straight = from.distance(to: to)
        return barriers.isEmpty ? straight : straight + Double(barriers.crossings(from: from, to: to)) * wayRound
    }

    public func isKnown(_ place: Location) -> Bool { point(place) != nil }

    private func point(_ place: Location) -> Point? { place.point ?? place.neighbourhood.flatMap { anchors[$0] } }
}
