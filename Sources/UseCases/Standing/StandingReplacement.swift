import Domain
import Persistence
import Secrets

/// A request for one day of a pair: owner, clock and ladder are those of any request.
struct StandingReplacement {
    let turn: StandingTurn
    let request: HelpRequest

    /// - Parameter match: of the helper who cannot come, and is not asked.
    func open(on day: CivilDay, without match: Match) throws -> HelpRequest {
        let (house, town, scope, now) = (turn.house, turn.town, turn.scope, turn.now)
        guard let category = try Categories(scope).find(request.category) else { throw Refusal.notFound }
        let wanted = WhenWanted.on(day.midnight(in: town.timeZone))
        var one = request
        one.id = house.world.id()
        one.reference = Reference(random: house.world.random)
        one.wanted = wanted
        one.urgency = Urgency(wanted, request.criteria, by: town.settings.urgency, now: now)
        (one.status, one.rung, one.climbed) = (.open, LadderPath.start(category, request.criteria), [])
        (one.createdAt, one.offer, one.matchedAt, one.closedAt, one.outcome) = (now, nil, nil, nil, nil)
        try HelpRequests(scope).insert(one, trackingHash: Token().hash, mayBePublic: category.mayBePublic)
        var absent = Match(
            id: house.world.id(), request: one.id, helper: match.helper, origin: match.origin, frame: match.frame,
            insuranceVersion: match.insuranceVersion, createdAt: now)
        (absent.status, absent.endedAt) = (.withdrawn, now)
        try Matches(scope).insert(absent)
        try Ladder(house).restart(&one, town: town, in: scope, now: now)
        return one
    }
}
