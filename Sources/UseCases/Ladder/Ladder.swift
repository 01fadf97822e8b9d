import Domain
import JobQueue
import Persistence

/// Moves each request up its ladder by a job that knows the request's clock.
public struct Ladder: Sendable {
    static let job = "ladder.step"
    let house: House

    public init(_ house: House) { self.house = house }

    /// Puts the first step of a request in the queue, in the transaction that opens it.
    static func start(_ request: HelpRequest, in scope: TownTransaction, now: Moment) throws {
        try schedule(request.id, at: now, in: scope)
    }

    /// Each request has at most one step ahead: a new one takes the place of the old.
    static func schedule(_ request: ID<HelpRequest>, at moment: Moment, in scope: TownTransaction) throws {
        let key = "\(job):\(request.text)"
        let jobs = Jobs(scope.sql)
        try jobs.cancel(key: key, town: scope.town)
        try jobs.enqueue(job, town: scope.town, payload: request.text, due: moment.milliseconds, key: key)
    }

    /// Opens a request at the foot of its ladder: after the beneficiary's agreement, or when a helper withdrew. Saves it.
    ///
    /// Who was asked before, or had said yes, is not asked again. Call it in the town's ordered write, and raise the listings.
    func restart(_ request: inout HelpRequest, town: Town, in scope: TownTransaction, now: Moment) throws {
        guard let category = try Categories(scope).find(request.category) else { throw Refusal.notFound }
        request.status = .open
        request.rung = .helpers
        request.urgency = Urgency(request.wanted, now: now)
        request.rungDue = RungClock(town.settings.ladder, in: town.timeZone).helpersUntil(from: now, urgency: request.urgency)
        request.owner = try Roles(scope).owner(for: request.neighbourhood) ?? request.owner
        try HelpRequests(scope).save(request, mayBePublic: category.mayBePublic)
        try Self.start(request, in: scope, now: now)
    }
}
