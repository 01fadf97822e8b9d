import Domain
import Hummingbird
import UseCases

/// The public list of offers, and one offer.
struct OffersController: Sendable {
    let offers: PublicOffers

    func index(_ request: Request, _ context: TownContext) async throws -> Response {
        let query = BoardQuery<Offer>(request, context.facts, side: .offers)
        let page = try await offers.page(query.filter, after: query.cursor, in: context.facts)
        return OffersPage(site: Site(context, "/propositions"), filter: query.filter, page: page).response()
    }

    func show(_ request: Request, _ context: TownContext) async throws -> Response {
        guard let id = context.parameters.get("id").flatMap({ ID<Offer>(text: $0) }),
            let offer = try await offers.find(id, in: context.facts)
        else { throw Refusal(.notFound, "offers.gone") }
        return OfferPage(site: Site(context, "/propositions"), offer: offer).response()
    }
}
