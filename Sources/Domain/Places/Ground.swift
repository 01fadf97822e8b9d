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
    private let spreads: [ID<Neighbourhood>: Double]
    private let barriers: Barriers
    private let wayRound: Double

    /// - Parameters:
    ///   - anchors: of the town's quartiers, for whoever is known by the quartier alone.
    ///   - spreads: metres from a quartier's anchor that no home in it exceeds; 0 where all are known by the quartier alone.
    ///   - wayRound: metres that each barrier adds, on average: half the distance between its bridges, there and back.
    public init(
        anchors: [ID<Neighbourhood>: Point], spreads: [ID<Neighbourhood>: Double] = [:], barriers: Barriers = Barriers([]),
        wayRound: Double = 0
    ) {
        self.anchors = anchors
        self.spreads = spreads
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

    /// Metres that whoever lives in this quartier has to go at least, wherever in it that is. Nobody's home is nearer than that.
    func leastDistance(from place: Location, to quartier: ID<Neighbourhood>?) -> Double {
        guard let quartier, quartier != place.neighbourhood, let anchor = anchors[quartier], let start = point(place) else { return 0 }
        // A little less, for what arithmetic rounds.
        return max(0, (start.distance(to: anchor) - (spreads[quartier] ?? 0)) * 0.999 - 1)
    }

    public func isKnown(_ place: Location) -> Bool { point(place) != nil }

    private func point(_ place: Location) -> Point? { place.point ?? place.neighbourhood.flatMap { anchors[$0] } }
}
