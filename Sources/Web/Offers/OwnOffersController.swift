import Domain
import Hummingbird
import UseCases

/// One's own offers: to change, to rest, to take up again, to take back.
struct OwnOffersController: Sendable {
    let offers: OwnOffers
    let throttle: Throttle

    func index(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.signedIn()
        let items = try await offers.all(of: viewer.actor, in: context.facts)
        return OwnOffersPage(
            site: Site(context, "/mon-compte/propositions"), items: items, done: request.uri.queryParameters["fait"].map(String.init)
        ).response()
    }

    func edit(_ request: Request, _ context: TownContext) async throws -> Response {
        let item = try await item(context)
        let slug = context.facts.neighbourhood(item.offer.neighbourhood)?.slug ?? "unknown"
        let isAppealed = request.uri.queryParameters["recours"] != nil
        return page(item, FormState(["details": item.offer.details ?? "", "neighbourhood": slug]), context, isAppealed: isAppealed)
            .response()
    }

    func save(_ request: Request, _ context: TownContext) async throws -> Response {
        let item = try await item(context)
        let body = try await FormBody(request)
        var reader = FormReader()
        let details = reader.text("details", body["details"], atMost: 300)
        guard reader.refusals.isEmpty else {
            return page(item, FormState(body.fields, refusal: .invalid(reader.refusals)), context).response(status: 422)
        }
        let place = context.facts.neighbourhood(slug: body["neighbourhood"] ?? "")?.id
        do {
            return try await change(
                .edit(details: details, neighbourhood: place, insists: body["sure"] == "yes"), "modification", context)
        } catch let concern as TextConcern {
            let link = context.links.ownOffer(item.offer.id)
            return GuardPage(
                site: Site(context, "/mon-compte/propositions"), concern: concern, action: link, text: ("details", "offer.details", 300),
                fields: body.fields.only(["details", "neighbourhood"]), back: link
            ).response(status: 422)
        } catch let refusal as Refusal where refusal.kind == .invalid {
            return page(item, FormState(body.fields, refusal: refusal), context).response(status: 422)
        }
    }

    func withdrawal(_ request: Request, _ context: TownContext) async throws -> Response {
        OfferWithdrawalPage(site: Site(context, "/mon-compte/propositions"), item: try await item(context)).response()
    }

    func pause(_ request: Request, _ context: TownContext) async throws -> Response { try await change(.pause, "pause", context) }
    func resume(_ request: Request, _ context: TownContext) async throws -> Response { try await change(.resume, "reprise", context) }
    func keep(_ request: Request, _ context: TownContext) async throws -> Response { try await change(.keep, "maintien", context) }
    func withdraw(_ request: Request, _ context: TownContext) async throws -> Response { try await change(.withdraw, "retrait", context) }

    private func change(_ change: OwnOffers.Change, _ word: String, _ context: TownContext) async throws -> Response {
        let viewer = try context.signedIn()
        try throttle.take(.write, context.network)
        try await offers.change(try id(context), change, by: viewer.actor, in: context.facts)
        return .seeOther("\(context.links.ownOffers)?fait=\(word)")
    }

    private func item(_ context: TownContext) async throws -> OwnOffers.Item {
        try await offers.find(try id(context), of: try context.signedIn().actor, in: context.facts)
    }

    private func id(_ context: TownContext) throws -> ID<Offer> {
        guard let id = context.parameters.get("id").flatMap({ ID<Offer>(text: $0) }) else { throw Refusal.notFound }
        return id
    }

    private func page(_ item: OwnOffers.Item, _ state: FormState, _ context: TownContext, isAppealed: Bool = false) -> OwnOfferPage {
        OwnOfferPage(site: Site(context, "/mon-compte/propositions"), item: item, state: state, now: offers.now, isAppealed: isAppealed)
    }
}
