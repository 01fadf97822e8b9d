/// Helpers who wait for their turn in one line: of one way of travel, of one quartier or of the whole town.
public struct HelperLane: Sendable, Hashable {
    public enum Place: Sendable, Hashable {
        case town
        /// Nil: of those who named none.
        case quartier(ID<Neighbourhood>?)
    }

    public var place: Place
    public var travel: Helper.Travel
    /// Those who help from afar only: near no place, wherever they live.
    public var isRemoteOnly: Bool

    public init(_ place: Place, _ travel: Helper.Travel, isRemoteOnly: Bool = false) {
        self.place = place
        self.travel = travel
        self.isRemoteOnly = isRemoteOnly
    }

    /// Nil for a lane of the town; the inner nil is the quartier of those who named none.
    var quartier: ID<Neighbourhood>?? {
        if case .quartier(let quartier) = place { .some(quartier) } else { nil }
    }
}

/// What an index knows of a helper without reading them: when their turn is, and who is surely too far away.
public struct HelperKey: Sendable, Equatable, Comparable {
    public let person: ID<Person>
    /// As `Helper.lastTurn`: nil, which comes first, for whoever is new.
    public let turn: Moment?
    public let newSince: Moment
    let neighbourhood: ID<Neighbourhood>?
    let radius: Int
    let isRemoteOnly: Bool

    public init(
        _ person: ID<Person>, neighbourhood: ID<Neighbourhood>?, radius: Int, isRemoteOnly: Bool, askedAt: Moment?, returnedAt: Moment?,
        joinedAt: Moment
    ) {
        self.person = person
        turn = Helper.lastTurn(askedAt: askedAt, returnedAt: returnedAt)
        newSince = returnedAt ?? joinedAt
        self.neighbourhood = neighbourhood
        self.radius = radius
        self.isRemoteOnly = isRemoteOnly
    }

    public init(_ helper: Helper) {
        self.init(
            helper.person, neighbourhood: helper.neighbourhood, radius: helper.radius, isRemoteOnly: helper.isRemoteOnly,
            askedAt: helper.lastAskedAt, returnedAt: helper.returnedAt, joinedAt: helper.joinedAt)
    }

    /// As `HelperSearch.Rank` within one band.
    public static func < (left: Self, right: Self) -> Bool {
        let never = Moment(milliseconds: .min)
        return (left.turn ?? never, left.newSince, left.person) < (right.turn ?? never, right.newSince, right.person)
    }
}
