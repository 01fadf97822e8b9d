import Database
import Domain
import Persistence

extension Matching {
    /// An organisation says yes: a match in its frame, and in the name of whoever is answerable for it on the town's side. Call it inside
    /// the town's ordered write, on a request read in that same transaction, and raise the listings.
    /// - Throws: `refusal.alreadyMatched` when somebody else was first.
    func begin(
        _ request: inout HelpRequest, organisation: Organisation, town: Town, in scope: TownTransaction, now: Moment
    ) throws -> Match {
        guard request.status == .open, try Matches(scope).active(for: request.id) == nil else { throw Self.alreadyMatched }
        guard let category = try Categories(scope).find(request.category) else { throw Refusal.notFound }
        let match = Match(
            id: house.world.id(), request: request.id, helper: try answerable(organisation, for: request, in: scope, now: now),
            origin: .organisation, frame: organisation.kind.frame, insuranceVersion: town.settings.insuranceVersion, createdAt: now)
        let unneeded = try settle(match, of: &request, category, town: town, in: scope)
        try MatchNews(house: house, town: town, request: request, category: category)
            .tell(organisation.name, unneeded: unneeded, in: scope, now: now)
        return match
    }

    /// Its owner; the next in line where they have no role any more, asked themselves, or are kept apart from whoever did.
    private func answerable(
        _ organisation: Organisation, for request: HelpRequest, in scope: TownTransaction, now: Moment
    ) throws -> ID<Person> {
        let parties = [request.asker, request.beneficiary]
        let owner = organisation.owner
        if try !parties.contains(owner) && !Roles(scope).of(owner).isEmpty && !Blocks(scope).between(owner, anyOf: parties) { return owner }
        return try Roles(scope).owner(for: request.neighbourhood, at: now, besides: parties) ?? request.owner
    }

    /// What an organisation accepted and cannot do goes back to the rung on which it was asked, and to the next there.
    /// - Returns: false where the match is a neighbour's.
    func giveBack(_ match: Match, _ request: inout HelpRequest, town: Town, in scope: TownTransaction, now: Moment) throws -> Bool {
        guard match.origin == .organisation, var ask = try OrganisationAsks(scope).find(match: match.id) else { return false }
        try OrganisationNews(house: house, town: town).tell(.withdrawn, of: match, about: request, in: scope)
        ask.note(.withdrawn, at: now)
        try OrganisationAsks(scope).save(ask)
        try Ladder(house).reopen(&request, on: ask.rung, town: town, in: scope, now: now)
        return true
    }
}
