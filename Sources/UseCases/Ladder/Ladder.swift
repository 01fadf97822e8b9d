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

    /// Opens a request where its ladder begins: after the beneficiary's agreement, or when a helper withdrew. Saves it.
    ///
    /// Who was asked before, or had said yes, is not asked again. Call it in the town's ordered write, and raise the listings.
    func restart(_ request: inout HelpRequest, town: Town, in scope: TownTransaction, now: Moment) throws {
        guard let category = try Categories(scope).find(request.category) else { throw Refusal.notFound }
        request.status = .open
        request.climbed = []
        request.urgency = Urgency(request.wanted, request.criteria, by: town.settings.urgency, now: now)
        request.promisedBy = RungClock(town, at: now).helpersUntil(from: now, urgency: request.urgency)
        request.owner = try owner(of: request, town, in: scope, now)
        try stand(&request, on: LadderPath.start(category, request.criteria), town, now)
        try HelpRequests(scope).save(request, mayBePublic: category.mayBePublic)
        try Self.schedule(request.id, at: now, in: scope)
    }

    /// Takes an open request to the next rung of its way; at the top its clock begins anew. Saves it, and writes to its owner where the
    /// answer is to be found in person.
    func climb(_ request: inout HelpRequest, town: Town, in scope: TownTransaction, now: Moment) throws {
        guard request.status == .open, let category = try Categories(scope).find(request.category) else { return }
        try OrganisationAsks(scope).lapse(of: request.id, now: now)
        let path = try path(of: request, category, town, in: scope, now: now)
        let next = path.next(after: request.climbed + [request.rung]) ?? .duty
        if next.isInPerson, next != request.rung { request.owner = try owner(of: request, on: next, town, in: scope, now) }
        // The top is left for somebody who is there since, and comes again after them.
        if request.rung != .duty { request.climbed.append(request.rung) }
        try stand(&request, on: next, town, now)
        try HelpRequests(scope).save(request, mayBePublic: category.mayBePublic)
        try TownVersions(scope.sql).raiseListings(.needs, of: town.id)
        try Self.schedule(request.id, at: request.rung.isInPerson ? request.rungDue ?? now : now, in: scope)
        if request.rung.isInPerson { try tellOwner(of: request, town, in: scope) }
    }

    func stand(_ request: inout HelpRequest, on rung: Rung, _ town: Town, _ now: Moment) throws {
        request.rung = rung
        request.rungDue = RungClock(town, at: now).until(rung, from: now, urgency: request.urgency, promise: request.promisedBy)
    }

    private func path(of request: HelpRequest, _ category: Category, _ town: Town, in scope: TownTransaction, now: Moment) throws
        -> LadderPath
    {
        let staffed = try staffed(for: request, town, in: scope, now: now).subtracting(town.rungsLeftOut(at: now))
        return LadderPath(category, request.criteria, staffed: staffed)
    }

    /// Whether neighbours are among those whom its way may lead to.
    func mayAskHelpers(for request: HelpRequest, _ town: Town, in scope: TownTransaction, now: Moment) throws -> Bool {
        guard let category = try Categories(scope).find(request.category) else { return false }
        return try path(of: request, category, town, in: scope, now: now).asksHelpers
    }

    /// Where somebody is there to be asked. Nobody new hears of a request whose people's contacts are stopped, but for the town itself.
    private func staffed(for request: HelpRequest, _ town: Town, in scope: TownTransaction, now: Moment) throws -> Set<Rung> {
        let organised = try OrganisationRound(house: house, town: town, scope: scope, now: now).rungs(for: request)
        return try stopped(request, in: scope).isEmpty ? organised.union([.helpers, .wider]) : organised
    }

    func tellOwner(of request: HelpRequest, _ town: Town, in scope: TownTransaction) throws {
        guard let owner = try People(scope).find(request.owner) else { return }
        let isGuide = try Actor(person: owner.id, roles: Roles(scope).of(owner.id)).isGuide
        try Post(house: house, town: town).send(
            LadderLetters(house: house, town: town).waiting(for: owner, isGuide: isGuide), to: owner, in: scope)
    }

    /// The last rung is the town's own: whoever is on duty for the whole of it.
    private func owner(of request: HelpRequest, on rung: Rung, _ town: Town, in scope: TownTransaction, _ now: Moment) throws -> ID<Person>
    {
        guard rung == .duty else { return try owner(of: request, town, in: scope, now) }
        return try Roles(scope).owner(for: nil, at: now, besides: stopped(request, in: scope)) ?? request.owner
    }

    func owner(of request: HelpRequest, _ town: Town, in scope: TownTransaction, _ now: Moment) throws -> ID<Person> {
        try AbsenceTurn(house: house, town: town, scope: scope, now: now).catchUp()
        return try Roles(scope).owner(for: request.neighbourhood, at: now, besides: stopped(request, in: scope)) ?? request.owner
    }

    /// A referent whose own contacts are stopped does not answer for what they asked themselves.
    private func stopped(_ request: HelpRequest, in scope: TownTransaction) throws -> [ID<Person>] {
        let people = [request.asker, request.beneficiary]
        return try ContactStops(scope).holds(anyOf: people) ? people : []
    }
}
