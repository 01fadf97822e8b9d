import Domain
import Hummingbird
import UseCases

/// « J’en ai encore besoin » : one button on the page of a request that nobody has answered for long. The mail's link only opens the page.
struct TrackingRenewalController: Sendable {
    let requests: Requests
    let entrance: TrackingEntrance

    func create(_ request: Request, _ context: TownContext) async throws -> Response {
        let way = try entrance.way(context)
        try await entrance.guarded(context) { try await requests.renew(through: way.door, in: context.facts) }
        return .seeOther(way.pages.root + "?maintien")
    }
}
