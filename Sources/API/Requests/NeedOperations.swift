import Domain
import Hummingbird
import UseCases

/// The needs that anybody may see.
struct NeedOperations {
    let desk: APIDesk
    static let id = Operation.Parameter(name: "id", place: .path, meaning: "As the list has it.")

    var all: [Operation] {
        [
            Operation(
                id: "listNeeds", method: .get, path: "/towns/{town}/needs", meaning: "The public needs of a town.", note: ListQuery.note,
                parameters: [TownOperations.town] + ListQuery.parameters, answer: "NeedList", handle: list),
            Operation(
                id: "showNeed", method: .get, path: "/towns/{town}/needs/{id}", meaning: "One public need.",
                parameters: [TownOperations.town, Self.id], answer: "Need", handle: show),
        ]
    }

    @Sendable private func list(_ request: Request, _ context: APIContext) async throws -> Response {
        let facts = try desk.town(context)
        let query = ListQuery(request)
        let filter = facts.filter(category: query.category, neighbourhood: query.neighbourhood, way: query.way)
        if let around = query.around(in: facts) {
            let page = try await PublicNeeds(desk.house).near(around, filter, after: query.nearCursor(), in: facts, size: query.limit)
            return .json(try NearAnswer.bytes(page, for: facts.town) { described($0, for: facts) })
        }
        let page = try await PublicNeeds(desk.house).page(filter, after: query.cursor(), in: facts, size: query.limit)
        return try .json(Listed(items: page.items.map { described($0, facts) }, next: page.next?.text))
    }

    @Sendable private func show(_ request: Request, _ context: APIContext) async throws -> Response {
        let facts = try desk.town(context)
        guard let id = context.parameters.get("id").flatMap({ ID<HelpRequest>(text: $0) }),
            let need = try await PublicNeeds(desk.house).find(id, in: facts)
        else { throw Refusal(.notFound, "needs.gone") }
        return try .json(described(need, facts))
    }

    /// Of another commune of the métropole neither the quartier nor the words are told.
    private func described(_ near: NearThing<Need>, for facts: TownFacts) -> NeedAnswer {
        var answer = described(near.thing, near.facts)
        guard near.facts.town.id != facts.town.id else { return answer }
        answer.town = near.facts.town.slug
        (answer.neighbourhood, answer.text) = (nil, nil)
        return answer
    }

    private func described(_ need: Need, _ facts: TownFacts) -> NeedAnswer {
        NeedAnswer(
            id: need.id.text, category: facts.category(need.category)?.key ?? "",
            neighbourhood: facts.neighbourhood(need.neighbourhood)?.slug, when: need.time.rawValue, text: need.text,
            url: "\(desk.house.base(of: facts.town))/demandes/\(need.id.text)")
    }
}

private struct NeedAnswer: Encodable {
    var id: String
    var category: String
    var neighbourhood: String?
    var when: String
    var text: String?
    var url: String
    /// The other commune's.
    var town: String?
}
