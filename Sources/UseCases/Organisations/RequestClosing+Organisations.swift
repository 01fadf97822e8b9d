import Domain
import Persistence

extension RequestClosing {
    /// Whoever was asked need not answer, and what was accepted is done.
    func releaseOrganisations(
        of request: HelpRequest, as status: HelpRequest.Status, in scope: TownTransaction, now: Moment
    ) throws {
        if let town = house.towns.town(id: scope.town)?.town {
            try OrganisationNews(house: house, town: town).releaseAll(of: request.id, in: scope, now: now)
        }
        guard status == .closed, let match = try Matches(scope).active(for: request.id),
            var ask = try OrganisationAsks(scope).find(match: match.id)
        else { return }
        ask.note(.done, at: now)
        try OrganisationAsks(scope).save(ask)
    }
}
