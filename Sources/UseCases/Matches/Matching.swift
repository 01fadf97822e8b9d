import Database
import Domain
import Persistence

/// From a yes to a match, and back: whatever the door, the same rules in one transaction.
public struct Matching: Sendable {
    let house: House

    public init(_ house: House) { self.house = house }

    /// A helper says yes. Call it inside the town's ordered write, on a request read in that same transaction, and raise the listings.
    ///
    /// The asker, the beneficiary and those who were asked for nothing are told: by mail, or by voice through the owner.
    /// - Parameter appointment: the hour that both agreed on; the wanted day is that day from then on.
    /// - Throws: `refusal.alreadyMatched` when somebody else was first; why not, when the helper may not (tier, own request).
    func begin(
        _ request: inout HelpRequest, helper: ID<Person>, origin: Match.Origin, offer: ID<Offer>? = nil, appointment: Moment? = nil,
        town: Town, in scope: TownTransaction, now: Moment
    ) throws -> Match {
        guard request.status == .open, try Matches(scope).active(for: request.id) == nil else { throw Self.alreadyMatched }
        guard let category = try Categories(scope).find(request.category) else { throw Refusal.notFound }
        try mayBegin(request, category, helper: helper, origin, in: scope)
        var match = Match(
            id: house.world.id(), request: request.id, helper: helper, offer: offer, origin: origin,
            insuranceVersion: town.settings.insuranceVersion, createdAt: now)
        match.appointmentAt = appointment
        if let appointment { request.move(to: LocalTime(appointment, in: town.timeZone).midnight, by: town.settings.urgency, now: now) }
        let open = try settle(match, of: &request, category, town: town, in: scope)
        try ReserveTurn(house: house, town: town, scope: scope, now: now).wake(helper)
        try MatchNews(house: house, town: town, request: request, category: category).began(match, unneeded: open, in: scope, now: now)
        return match
    }

    /// Writes a match down; the request is taken, and whoever else was asked need not answer. Answers whom to thank.
    func settle(
        _ match: Match, of request: inout HelpRequest, _ category: Category, town: Town, in scope: TownTransaction
    ) throws -> [ID<Person>] {
        do {
            try Matches(scope).insert(match)
        } catch let error as DatabaseError where error.kind == .unique {
            throw Self.alreadyMatched
        }
        try OutcomeQuestion.schedule(for: match, of: request, town: town, in: scope)
        request.status = .matched
        request.matchedAt = match.createdAt
        request.rungDue = nil
        try HelpRequests(scope).save(request, mayBePublic: category.mayBePublic)
        let now = match.createdAt
        try StandingTurn(house: house, town: town, scope: scope, now: now).begin(match, request)
        try Alarms(scope).end(about: request.id, by: nil, now: now)
        try OrganisationNews(house: house, town: town).releaseAll(of: request.id, in: scope, now: now)
        let helper = match.origin == .organisation ? nil : match.helper
        let open = try closeAsks(of: request, helper: helper, in: scope, now: now)
        try TimeProposalNews(house: house, town: town, request: request, category: category).end(besides: helper, in: scope, now: now)
        return open
    }

    /// - Throws: why this helper may not help with this request.
    func mayBegin(
        _ request: HelpRequest, _ category: Category, helper: ID<Person>, _ origin: Match.Origin, in scope: TownTransaction
    ) throws {
        guard helper != request.asker, helper != request.beneficiary else { throw Refusal(.forbidden, "refusal.ownRequest") }
        if let refusal = Eligibility.mayHelp(try Helpers(scope).find(helper), category) { throw refusal }
        guard try !Blocks(scope).between(helper, anyOf: [request.asker, request.beneficiary]) else { throw Self.apart(origin) }
        try mayMeet(helper, request, origin, in: scope)
    }

    /// Whose new contacts are stopped meets nobody new. What they asked for is answered by the town, which knows.
    private func mayMeet(_ helper: ID<Person>, _ request: HelpRequest, _ origin: Match.Origin, in scope: TownTransaction) throws {
        let stops = try ContactStops(scope)
        if try stops.holds(anyOf: [helper]) {
            throw origin == .referent ? Refusal(.conflict, "refusal.notAvailable") : ContactStop.refusal
        }
        guard origin != .referent else { return }
        if try stops.holds(anyOf: [request.asker, request.beneficiary]) { throw Self.alreadyMatched }
    }

    static let alreadyMatched = Refusal(.conflict, "refusal.alreadyMatched")

    /// Two who are kept apart do not learn it: somebody else was first. A referent hears that it cannot be, never why.
    private static func apart(_ origin: Match.Origin) -> Refusal {
        origin == .referent ? Refusal(.conflict, "refusal.notAvailable") : alreadyMatched
    }

    /// The helper's own ask, if there was one, is a yes; the others come too late. Answers whom to thank.
    private func closeAsks(
        of request: HelpRequest, helper: ID<Person>?, in scope: TownTransaction, now: Moment
    ) throws -> [ID<Person>] {
        let asks = Asks(scope)
        if let own = try helper.flatMap({ try asks.find(request.id, helper: $0) }), own.answer != .yes {
            try asks.answer(own.id, .yes, now: now)
            try AnswerTallies(scope).countYes(to: own.id, request.category)
        }
        let open = try asks.open(for: request.id)
        for ask in open { try asks.answer(ask.id, .tooLate, now: now) }
        return open.map(\.helper)
    }
}
