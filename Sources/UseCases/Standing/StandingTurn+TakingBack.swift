import Domain
import Persistence

extension StandingTurn {
    /// Who said that they cannot come on a day can after all, as long as nobody else has said yes for it: nobody is looked for any more.
    /// Call it in the town's ordered write, and raise the listings. Said twice, or too late, it changes nothing.
    func takeBack(_ day: CivilDay, of request: HelpRequest, _ match: Match) throws {
        guard match.status == .active, request.status == .matched, day >= today, var replacement = try searched(for: request, on: day)
        else { return }
        // Whoever asked may not have been rung yet: then there is nothing to take back.
        let isUntold = try RingBacks(scope).isOpen(.withdrawn, about: replacement.id)
        try RequestClosing(house).end(&replacement, as: .cancelled, in: scope, now: now)
        try StandingOccasions(scope).takeBack(request.id, on: day)
        if !isUntold { try tellAskerOfReturn(request, on: day, match) }
    }

    /// The request that still looks for somebody for one day.
    func searched(for request: HelpRequest, on day: CivilDay) throws -> HelpRequest? {
        guard let id = try StandingOccasions(scope).find(request.id, on: day)?.replacement,
            let replacement = try HelpRequests(scope).find(id), replacement.status == .open
        else { return nil }
        return replacement
    }

    private func tellAskerOfReturn(_ request: HelpRequest, on day: CivilDay, _ match: Match) throws {
        let people = try People(scope).find([request.asker, match.helper])
        guard let asker = people[request.asker], let helper = people[match.helper] else { return }
        if asker.isMailed {
            let post = Post(house: house, town: town)
            let page = try post.trackingURL(of: request, in: scope, now: now)
            try post.send(letters.back(helper, day.midnight(in: town.timeZone), page, to: asker), to: asker, in: scope)
            return
        }
        try RingBacks(scope).insert(
            RingBack(
                id: house.world.id(), request: request.id, person: asker.id, neighbourhood: request.neighbourhood, reason: .confirmed,
                createdAt: now, dueAt: RungClock(town, at: now).waking(atOrAfter: now)))
    }
}
