import Domain
import Persistence

/// A helper without e-mail hears by voice what others read.
struct HelperByVoice {
    let house: House
    let town: Town
    let scope: TownTransaction
    let now: Moment

    /// Once for each reason. Nothing for an organisation's match, nor for whoever gets mail or has no telephone.
    func ring(_ reason: RingBack.Reason, of match: Match, about request: HelpRequest, in delay: Duration = .zero) throws {
        guard match.isPersonal, let helper = try People(scope).find(match.helper), !helper.isMailed, helper.phone != nil,
            try !RingBacks(scope).isOpen(reason, about: request.id)
        else { return }
        try RingBacks(scope).insert(
            RingBack(
                id: house.world.id(), request: request.id, person: helper.id, neighbourhood: request.neighbourhood, reason: reason,
                createdAt: now, dueAt: RungClock(town, at: now).waking(atOrAfter: now + delay)))
    }
}
