import Domain
import Persistence

/// What happens to a pair, inside the town's transaction: it begins, a day falls out, somebody is to take over.
struct StandingTurn {
    let house: House
    let town: Town
    let scope: TownTransaction
    let now: Moment

    var letters: StandingLetters { StandingLetters(house: house, town: town) }
    var today: CivilDay { CivilDay(now, in: town.timeZone) }

    /// A yes to recurring help; the days that were agreed on hold for whoever helps next.
    func begin(_ match: Match, _ request: HelpRequest) throws {
        guard case .every = request.wanted, match.isOfNeighbour else { return }
        try StandingPairs(scope).begin(request.id, now: now)
        try StandingSeconds(scope).delete(match.helper, of: request.id)
        try settleCalls(about: request)
        try proposeSecond(for: request, besides: match.helper)
    }

    /// Nil while no day was agreed on.
    func rhythm(of request: HelpRequest) throws -> StandingRhythm? {
        guard case .every(let rhythm) = request.wanted, let first = try StandingPairs(scope).find(request.id)?.firstDay else { return nil }
        return StandingRhythm(rhythm, from: first)
    }

    /// Asks the asker whether somebody who helped before may be the second person, as long as nobody is or may become it.
    func proposeSecond(for request: HelpRequest, besides helper: ID<Person>) throws {
        let seconds = StandingSeconds(scope)
        guard try seconds.of(request.id).allSatisfy({ $0.declinedAt != nil }) else { return }
        for person in try seconds.candidates(for: request, besides: helper) where try mayStandIn(person, for: request) {
            let second = StandingSecond(request: request.id, person: person, proposedAt: now)
            try seconds.save(second)
            return try tellOfProposal(second, request)
        }
    }

    /// By mail, or for whoever reads none at the owner's next call.
    func tellOfProposal(_ second: StandingSecond, _ request: HelpRequest) throws {
        let people = try People(scope).find([second.person, request.asker])
        guard let person = people[second.person], let asker = people[request.asker] else { return }
        guard asker.isMailed else { return try StandingCall(turn: self, request: request).ring(asker.id, .secondPerson, within: .days(3)) }
        let post = Post(house: house, town: town)
        let page = try post.trackingURL(of: request, in: scope, now: now)
        try post.send(letters.proposal(of: person, page, to: asker), to: asker, in: scope)
    }

    func mayStandIn(_ person: ID<Person>, for request: HelpRequest) throws -> Bool {
        guard let category = try Categories(scope).find(request.category), let helper = try Helpers(scope).find(person) else {
            return false
        }
        return try Eligibility.mayHelp(helper, category) == nil
            && !Blocks(scope).between(person, anyOf: [request.asker, request.beneficiary])
            && !ContactStops(scope).holds(anyOf: [person])
    }

    /// The helper cannot come on one day: a request of its own looks for somebody, and the pair goes on. Call it in the town's ordered
    /// write, and raise the listings. Nil where the day is none of theirs, or was said already.
    func miss(_ day: CivilDay, of request: HelpRequest, _ match: Match) throws -> HelpRequest? {
        guard match.status == .active, request.status == .matched, day >= today, let rhythm = try rhythm(of: request), rhythm.contains(day),
            try StandingOccasions(scope).find(request.id, on: day)?.cannotAt == nil
        else { return nil }
        let replacement = try StandingReplacement(turn: self, request: request).open(on: day, without: match)
        try StandingOccasions(scope).miss(request.id, on: day, replacement: replacement.id, now: now)
        try tellAsker(of: replacement, on: day, match)
        return replacement
    }

    private func tellAsker(of replacement: HelpRequest, on day: CivilDay, _ match: Match) throws {
        guard let asker = try People(scope).find(replacement.asker), let helper = try People(scope).find(match.helper) else { return }
        let post = Post(house: house, town: town)
        if asker.isMailed {
            let page = try post.trackingURL(of: replacement, in: scope, now: now)
            try post.send(letters.missing(helper, day.midnight(in: town.timeZone), page, to: asker), to: asker, in: scope)
            return
        }
        try RingBacks(scope).insert(
            RingBack(
                id: house.world.id(), request: replacement.id, person: asker.id, neighbourhood: replacement.neighbourhood,
                reason: .withdrawn, createdAt: now, dueAt: RungClock(town, at: now).waking(atOrAfter: now + .hours(4))))
    }
}
