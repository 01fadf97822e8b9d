import Domain
import Hummingbird
import UseCases

/// The public list of needs, and one need.
struct NeedsController: Sendable {
    let needs: PublicNeeds
    let redirect: NearRedirect

    func index(_ request: Request, _ context: TownContext) async throws -> Response {
        let query = BoardQuery<HelpRequest>(request, context.facts, side: .needs)
        if let near = try await redirect.answer(request, context, path: context.links.needs, filter: query.filter) { return near }
        let board = BoardParts(
            site: Site(context, "/demandes"), side: .needs, filter: query.filter, near: query.near,
            isLost: request.uri.queryParameters["introuvable"] != nil)
        if let near = query.near {
            let page = try await needs.near(near.around, query.filter, after: query.nearCursor, in: context.facts)
            return NeedsPage(board: board, rows: page.items.map { BoardRow($0, in: context.town) }, next: page.next?.text).response()
        }
        let page = try await needs.page(query.filter, after: query.cursor, in: context.facts)
        return NeedsPage(board: board, rows: page.items.map { BoardRow($0) }, next: page.next?.text).response()
    }

    func show(_ request: Request, _ context: TownContext) async throws -> Response {
        guard let id = context.parameters.get("id").flatMap({ ID<HelpRequest>(text: $0) }),
            let need = try await needs.find(id, in: context.facts)
        else { throw Refusal(.notFound, "needs.gone") }
        return NeedPage(site: Site(context, "/demandes"), need: need).response()
    }
}
