import Domain
import Hummingbird
import UseCases

/// The public list of needs, and one need.
struct NeedsController: Sendable {
    let needs: PublicNeeds

    func index(_ request: Request, _ context: TownContext) async throws -> Response {
        let query = BoardQuery<HelpRequest>(request, context.facts, side: .needs)
        let page = try await needs.page(query.filter, after: query.cursor, in: context.facts)
        return NeedsPage(site: Site(context, "/demandes"), filter: query.filter, page: page).response()
    }

    func show(_ request: Request, _ context: TownContext) async throws -> Response {
        guard let id = context.parameters.get("id").flatMap({ ID<HelpRequest>(text: $0) }),
            let need = try await needs.find(id, in: context.facts)
        else { throw Refusal(.notFound, "needs.gone") }
        return NeedPage(site: Site(context, "/demandes"), need: need).response()
    }
}
