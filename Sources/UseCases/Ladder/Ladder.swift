import Domain
import JobQueue
import Persistence

/// Moves each request up its ladder by a job that knows the request's clock.
public struct Ladder: Sendable {
    static let job = "ladder.step"
    static let sweepJob = "ladder.sweep"
    let house: House

    public init(_ house: House) { self.house = house }

    /// Puts the first step of a request in the queue, in the transaction that opens it: nothing is ahead of it yet.
    static func start(_ request: HelpRequest, in scope: TownTransaction, now: Moment) throws {
        try enqueue(request.id, at: now, in: scope)
    }

    /// Each request has at most one step ahead: a new one takes the place of the old.
    static func schedule(_ request: ID<HelpRequest>, at moment: Moment, in scope: TownTransaction) throws {
        try Jobs(scope.sql).cancel(key: key(request), town: scope.town)
        try enqueue(request, at: moment, in: scope)
    }

    private static func enqueue(_ request: ID<HelpRequest>, at moment: Moment, in scope: TownTransaction) throws {
        try Jobs(scope.sql).enqueue(job, town: scope.town, payload: request.text, due: moment.milliseconds, key: key(request))
    }

    private static func key(_ request: ID<HelpRequest>) -> String { "\(job):\(request.text)" }

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
        try Self.schedule(request.id, at: now, in: scope)
    }

    /// Hands an open request to its owner, who finds an answer in person. Saves it, and writes to the owner.
    func climb(_ request: inout HelpRequest, town: Town, in scope: TownTransaction, now: Moment) throws {
        guard request.status == .open, request.rung == .helpers else { return }
        let mayBePublic = try Categories(scope).find(request.category)?.mayBePublic ?? false
        request.rung = .referent
        request.rungDue = RungClock(town.settings.ladder, in: town.timeZone).helpersUntil(from: now, urgency: request.urgency)
        request.owner = try Roles(scope).owner(for: request.neighbourhood) ?? request.owner
        try HelpRequests(scope).save(request, mayBePublic: mayBePublic)
        try TownVersions(scope.sql).raiseListings(of: town.id)
        try Jobs(scope.sql).cancel(key: Self.key(request.id), town: town.id)
        guard let owner = try People(scope).find(request.owner) else { return }
        try Post(house: house, town: town).send(LadderLetters(house: house, town: town).waiting(for: owner), to: owner, in: scope)
    }
}
