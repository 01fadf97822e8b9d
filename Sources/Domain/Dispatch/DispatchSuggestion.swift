/// Somebody who might take a request, with what a dispatcher weighs: the facts that a page says in words.
public enum DispatchSuggestion: Sendable, Equatable {
    case helper(SuggestedHelper)
    case organisation(SuggestedOrganisation)

    /// Of how many volunteers a dispatcher sees the names: a handful, never a list of people.
    public static let mostHelpers = 8

    public var helper: SuggestedHelper? { if case .helper(let helper) = self { helper } else { nil } }
    public var organisation: SuggestedOrganisation? { if case .organisation(let organisation) = self { organisation } else { nil } }
}

/// A volunteer, by first name and initial.
public struct SuggestedHelper: Sendable, Equatable {
    public var person: ID<Person>
    public var name: String
    public var neighbourhood: ID<Neighbourhood>?
    public var travel: Helper.Travel
    /// Metres to where help is wanted; nil where one of the two is nowhere, or distance does not matter.
    public var metres: Double?
    /// Quarters of an hour away, as the waves count.
    public var band: Int
    public var tier: TrustTier
    /// Has helped this person before, and it went well.
    public var isKnown: Bool
    /// Gave no sign of life twice.
    public var isAsleep: Bool
    /// Appointments of the last six months to which they did not come, as a named person decided.
    public var noShows: Int
    /// Requests that they help with now.
    public var load: Int
    public var lastAskedAt: Moment?
    /// As `HelperSearch` counts turns: nil, which comes first, for whoever is new.
    public var turn: Moment?
    public var newSince: Moment
    /// Can be asked by mail; others are rung only.
    public var isMailed: Bool
    public var isRung: Bool
    /// What they were asked about this request by mail, and said.
    public var ask: Ask?
    /// The last time that they were rung about it.
    public var call: DispatchCall?
    /// Somebody else is ringing them now.
    public var isBusy = false
    /// Why they may not take it at all.
    public var refusal: Refusal?
    /// Why a wave would leave them in peace; whoever rings them may see it otherwise.
    public var obstacle: HelperSearch.Obstacle?

    public init(_ person: Person, _ candidate: Candidate, _ found: HelperSearch.Found?, load: Int) {
        let helper = candidate.helper
        self.person = person.id
        name = person.shownName
        neighbourhood = helper.neighbourhood ?? person.neighbourhood
        travel = helper.travel
        band = found?.band ?? .max
        tier = helper.effectiveTier ?? .remote
        isKnown = candidate.hasHelpedBefore
        isAsleep = helper.isAsleep
        noShows = candidate.noShows
        self.load = load
        (lastAskedAt, turn, newSince) = (helper.lastAskedAt, helper.lastTurn, helper.newSince)
        (isMailed, isRung) = (person.isMailed, person.phone != nil)
    }

    /// By their way of getting about, rounded up; nil where the distance is not known.
    public var minutes: Int? { metres.map { max(1, Int(($0 * 15 / travel.quarterHour).rounded(.up))) } }

    /// The ticks of a hand-made wave: nobody is asked twice for one request.
    public var mayBeAsked: Bool { refusal == nil && obstacle == nil && isMailed && ask == nil && call?.result != .no }
    public var mayBeRung: Bool { refusal == nil && isRung && !isBusy && call?.result != .no }
}

/// A service of the town, the communal reserve, an association or the CCAS.
public struct SuggestedOrganisation: Sendable, Equatable {
    public var organisation: ID<Organisation>
    public var name: String
    public var kind: Organisation.Kind
    /// Requests that it accepted and that are not over.
    public var load: Int
    public var lastAskedAt: Moment?
    public var createdAt: Moment
    /// What it was asked about this request, and said.
    public var ask: OrganisationAsk?

    public init(_ organisation: Organisation, load: Int, ask: OrganisationAsk?) {
        self.organisation = organisation.id
        (name, kind, self.load, self.ask) = (organisation.name, organisation.kind, load, ask)
        (lastAskedAt, createdAt) = (organisation.lastAskedAt, organisation.createdAt)
    }

    /// Out of its turn; nobody is asked twice for one request.
    public var mayBeAsked: Bool { ask == nil }
    /// What it gave back is not its own again.
    public var maySayYes: Bool { ask?.answer != .withdrawn }
    public var isAwaited: Bool { ask.map { $0.answer == nil } ?? false }
}
