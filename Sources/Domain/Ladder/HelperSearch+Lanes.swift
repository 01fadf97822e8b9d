extension HelperSearch {
    /// A lane, and the nearest band in which anybody of it can be.
    struct Opening {
        var band: Int
        var lane: HelperLane
    }

    /// Every lane in which somebody may be eligible. Homes in a quartier lie within its spread, so none is nearer than the band says.
    ///
    /// - Parameter only: the one quartier whose helpers are meant; nil for all of the town.
    func openings(in quartiers: [ID<Neighbourhood>], only: ID<Neighbourhood>? = nil) -> [Opening] {
        let ways = only.map(HelperLane.Place.quartier) ?? .town
        let remote = category.mode == .inPerson ? [] : Helper.Travel.allCases.map { HelperLane(ways, $0, isRemoteOnly: true) }
        if isAnywhere { return (remote + Helper.Travel.allCases.map { HelperLane(ways, $0) }).map { Opening(band: 0, lane: $0) } }
        let places = only.map { [$0] } ?? [nil] + quartiers.map(Optional.some)
        return remote.map { Opening(band: 0, lane: $0) }
            + places.flatMap { quartier in
                let metres = ground.leastDistance(from: place, to: quartier)
                return Helper.Travel.allCases.map {
                    Opening(band: Int(metres / $0.quarterHour), lane: HelperLane(.quartier(quartier), $0))
                }
            }
    }

    /// The lanes of all who might be, near or not.
    func allLanes(only: ID<Neighbourhood>?) -> [HelperLane] {
        let ways = only.map(HelperLane.Place.quartier) ?? .town
        let near = Helper.Travel.allCases.map { HelperLane(ways, $0) }
        return category.mode == .inPerson ? near : near + near.map { HelperLane($0.place, $0.travel, isRemoteOnly: true) }
    }

    /// Everybody is as near as everybody else.
    private var isAnywhere: Bool { category.mode == .remote || !ground.isKnown(place) }

    /// False only where their home is surely further away than they go.
    func mayReach(_ key: HelperKey) -> Bool {
        if key.isRemoteOnly || isAnywhere { return true }
        return ground.leastDistance(from: place, to: key.neighbourhood) <= Double(key.radius) * reach
    }
}

/// For somebody who looks at one helper.
extension HelperSearch {
    /// Why a wave leaves them in peace; nil where it does not.
    public func obstacle(of candidate: Candidate) -> Obstacle? {
        if case .failure(let obstacle) = standing(of: candidate) { obstacle } else { nil }
    }

    /// Between their home and where help is wanted; nil where it does not matter or is not known.
    public func metres(to candidate: Candidate) -> Double? {
        guard category.mode != .remote, !candidate.helper.isRemoteOnly else { return nil }
        return ground.distance(candidate.location, place)
    }
}
