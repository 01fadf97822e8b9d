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
    /// - Throws: `refusal.alreadyMatched` when somebody else was first; why not, when the helper may not (tier, own request).
    func begin(
        _ request: inout HelpRequest, helper: ID<Person>, origin: Match.Origin, offer: ID<Offer>? = nil, town: Town,
        in scope: TownTransaction, now: Moment
    ) throws -> Match {
        guard request.status == .open, try Matches(scope).active(for: request.id) == nil else { throw Self.alreadyMatched }
        guard let category = try Categories(scope).find(request.category) else { throw Refusal.notFound }
        guard helper != request.asker, helper != request.beneficiary else { throw Refusal(.forbidden, "refusal.ownRequest") }
        if let refusal = Eligibility.mayHelp(try Helpers(scope).find(helper), category) { throw refusal }
        let match = Match(
            id: house.world.id(), request: request.id, helper: helper, offer: offer, origin: origin,
            insuranceVersion: town.settings.insuranceVersion, createdAt: now)
        do {
            try Matches(scope).insert(match)
        } catch let error as DatabaseError where error.kind == .unique {
            throw Self.alreadyMatched
        }
        try OutcomeQuestion.schedule(for: match, of: request, town: town, in: scope)
        request.status = .matched
        request.matchedAt = now
        request.rungDue = nil
        try HelpRequests(scope).save(request, mayBePublic: category.mayBePublic)
        let open = try closeAsks(of: request.id, helper: helper, in: scope, now: now)
        try MatchNews(house: house, town: town, request: request, category: category).began(match, unneeded: open, in: scope, now: now)
        return match
    }

    static let alreadyMatched = Refusal(.conflict, "refusal.alreadyMatched")

    /// The helper's own ask, if there was one, is a yes; the others come too late. Answers whom to thank.
    private func closeAsks(
        of request: ID<HelpRequest>, helper: ID<Person>, in scope: TownTransaction, now: Moment
    ) throws -> [ID<Person>] {
        let asks = Asks(scope)
        if let own = try asks.find(request, helper: helper) { try asks.answer(own.id, .yes, now: now) }
        let open = try asks.open(for: request)
        for ask in open { try asks.answer(ask.id, .tooLate, now: now) }
        return open.map(\.helper)
    }
}
