import Domain
import Hummingbird
import UseCases

/// The owner of an offer disagrees with what was decided about its words.
struct OfferAppealController: Sendable {
    let offers: OwnOffers
    let moderation: TextModeration
    let throttle: Throttle

    func show(_ request: Request, _ context: TownContext) async throws -> Response {
        let id: ID<Offer> = try context.id()
        return try await page(id, FormState(), context)?.response() ?? .seeOther(context.links.ownOffer(id))
    }

    func create(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.signedIn()
        try throttle.take(.write, context.network)
        let id: ID<Offer> = try context.id()
        let body = try await FormBody(request)
        do {
            try await moderation.appeal(body.fields, on: id, by: viewer.actor, in: context.facts)
        } catch let refusal as Refusal where refusal.kind == .invalid {
            let page = try await page(id, FormState(body.fields, refusal: refusal), context)
            return page?.response(status: 422) ?? .seeOther(context.links.ownOffer(id))
        }
        return .seeOther(context.links.ownOffer(id) + "?recours=1")
    }

    private func page(_ id: ID<Offer>, _ state: FormState, _ context: TownContext) async throws -> AppealPage? {
        let item = try await offers.find(id, of: try context.signedIn().actor, in: context.facts)
        guard let decision = item.decision, decision.mayBeAppealed(at: offers.now) else { return nil }
        return AppealPage(
            site: Site(context, "/mon-compte/propositions"), decision: decision, action: context.links.offerAppeal(id),
            back: context.links.ownOffer(id), state: state)
    }
}
