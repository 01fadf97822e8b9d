import Domain
import Hummingbird
import UseCases

/// The offers that anybody may see. Never whose.
struct OfferOperations {
    let desk: APIDesk

    var all: [Operation] {
        [
            Operation(
                id: "listOffers", method: .get, path: "/towns/{town}/offers", meaning: "The public offers of a town.",
                note: ListQuery.note, parameters: [TownOperations.town] + ListQuery.parameters, answer: "OfferList", handle: list),
            Operation(
                id: "showOffer", method: .get, path: "/towns/{town}/offers/{id}", meaning: "One public offer.",
                parameters: [TownOperations.town, NeedOperations.id], answer: "Offer", handle: show),
        ]
    }

    @Sendable private func list(_ request: Request, _ context: APIContext) async throws -> Response {
        let facts = try desk.town(context)
        let query = ListQuery(request)
        let filter = facts.filter(category: query.category, neighbourhood: query.neighbourhood, way: query.way, ofNeeds: false)
        if let around = query.around(in: facts) {
            let page = try await PublicOffers(desk.house).near(around, filter, after: query.nearCursor(), in: facts, size: query.limit)
            return .json(try NearAnswer.bytes(page, for: facts.town) { described($0, for: facts) })
        }
        let page = try await PublicOffers(desk.house).page(filter, after: query.cursor(), in: facts, size: query.limit)
        return try .json(Listed(items: page.items.map { described($0, facts) }, next: page.next?.text))
    }

    @Sendable private func show(_ request: Request, _ context: APIContext) async throws -> Response {
        let facts = try desk.town(context)
        guard let id = context.parameters.get("id").flatMap({ ID<Offer>(text: $0) }),
            let offer = try await PublicOffers(desk.house).find(id, in: facts)
        else { throw Refusal(.notFound, "offers.gone") }
        return try .json(described(offer, facts))
    }

    /// Of another commune of the métropole neither the quartier nor the words are told.
    private func described(_ near: NearThing<PublicOffer>, for facts: TownFacts) -> OfferAnswer {
        var answer = described(near.thing, near.facts)
        guard near.facts.town.id != facts.town.id else { return answer }
        answer.town = near.facts.town.slug
        (answer.neighbourhood, answer.text) = (nil, nil)
        return answer
    }

    private func described(_ offer: PublicOffer, _ facts: TownFacts) -> OfferAnswer {
        OfferAnswer(
            id: offer.id.text, category: facts.category(offer.category)?.key ?? "",
            neighbourhood: facts.neighbourhood(offer.neighbourhood)?.slug, days: offer.time.weekdays.sorted(),
            part: offer.time.part.rawValue, reach: offer.reach.rawValue, travel: offer.travel.rawValue, text: offer.text,
            url: "\(desk.house.base(of: facts.town))/propositions/\(offer.id.text)")
    }
}

private struct OfferAnswer: Encodable {
    var id: String
    var category: String
    var neighbourhood: String?
    var days: [Int]
    var part: String
    var reach: String
    var travel: String
    var text: String?
    var url: String
    /// The other commune's.
    var town: String?
}
