import Domain
import Hummingbird
import UseCases

/// `/administration/securite`: what guards the town's data, for administrators.
struct SecurityController: Sendable {
    let review: SecurityReview

    func show(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.staff(.administrator)
        let points = try await review.points(by: viewer.actor, in: context.facts)
        return SecurityPage(site: Site(context, "/administration"), points: points).response()
    }
}
