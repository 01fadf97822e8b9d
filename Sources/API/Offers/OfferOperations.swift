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
            return .json(JSONPage.bytes(page, for: facts.town) { described($0.thing, $0.facts, for: facts.town) })
        }
        let page = try await PublicOffers(desk.house).page(filter, after: query.cursor(), in: facts, size: query.limit)
        return .json(JSONPage.bytes(page.items, next: page.next?.text) { $1 += described($0, facts, for: facts.town).bytes })
    }

    @Sendable private func show(_ request: Request, _ context: APIContext) async throws -> Response {
        let facts = try desk.town(context)
        guard let id = context.parameters.get("id").flatMap({ ID<Offer>(text: $0) }),
            let offer = try await PublicOffers(desk.house).find(id, in: facts)
        else { throw Refusal(.notFound, "offers.gone") }
        return .json(described(offer, facts, for: facts.town).object)
    }

    /// Of another commune of the métropole neither the quartier nor the words are told.
    private func described(_ offer: PublicOffer, _ facts: TownFacts, for town: Town) -> JSONFields {
        let (isOwn, id) = (facts.town.id == town.id, offer.id.text)
        var fields = JSONFields()
        fields.add("id", id)
        fields.add("category", facts.category(offer.category)?.key ?? "")
        fields.add("neighbourhood", isOwn ? facts.neighbourhood(offer.neighbourhood)?.slug : nil)
        fields.add("days", offer.time.weekdays.sorted())
        fields.add("part", offer.time.part.rawValue)
        fields.add("reach", offer.reach.rawValue)
        fields.add("travel", offer.travel.rawValue)
        fields.add("text", isOwn ? offer.text : nil)
        fields.add("url", "\(desk.house.base(of: facts.town))/propositions/\(id)")
        fields.add("town", isOwn ? nil : facts.town.slug)
        return fields
    }
}
