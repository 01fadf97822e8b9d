import Domain
import Hummingbird
import UseCases

/// The public list of offers, and one offer.
struct OffersController: Sendable {
    let offers: PublicOffers
    let redirect: NearRedirect

    func index(_ request: Request, _ context: TownContext) async throws -> Response {
        let query = BoardQuery<Offer>(request, context.facts, side: .offers)
        if let near = try await redirect.answer(request, context, path: context.links.offers, filter: query.filter) { return near }
        let board = BoardParts(
            site: Site(context, "/propositions"), side: .offers, filter: query.filter, near: query.near,
            isLost: request.uri.queryParameters["introuvable"] != nil)
        if let near = query.near {
            let page = try await offers.near(near.around, query.filter, after: query.nearCursor, in: context.facts)
            return OffersPage(board: board, rows: page.items.map { BoardRow($0, in: context.town) }, next: page.next?.text).response()
        }
        let page = try await offers.page(query.filter, after: query.cursor, in: context.facts)
        return OffersPage(board: board, rows: page.items.map { BoardRow($0) }, next: page.next?.text).response()
    }

    func show(_ request: Request, _ context: TownContext) async throws -> Response {
        guard let id = context.parameters.get("id").flatMap({ ID<Offer>(text: $0) }),
            let offer = try await offers.find(id, in: context.facts)
        else { throw Refusal(.notFound, "offers.gone") }
        return OfferPage(site: Site(context, "/propositions"), offer: offer).response()
    }
}
