import Domain
import Persistence

extension Ladder {
    /// Opens a request on its rung again, after an organisation that had accepted gave it back. Saves it; the next there is asked at once.
    func reopen(_ request: inout HelpRequest, on rung: Rung, town: Town, in scope: TownTransaction, now: Moment) throws {
        guard let category = try Categories(scope).find(request.category) else { throw Refusal.notFound }
        request.status = .open
        request.climbed.removeAll { $0 == rung }
        request.urgency = Urgency(request.wanted, request.criteria, by: town.settings.urgency, now: now)
        request.promisedBy = RungClock(town, at: now).helpersUntil(from: now, urgency: request.urgency)
        request.owner = try owner(of: request, town, in: scope, now)
        try stand(&request, on: rung, town, now)
        try HelpRequests(scope).save(request, mayBePublic: category.mayBePublic)
        try Self.schedule(request.id, at: now, in: scope)
    }
}
