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
            return .json(JSONPage.bytes(page, for: facts.town) { described($0.thing, $0.facts, for: facts.town) })
        }
        let page = try await PublicNeeds(desk.house).page(filter, after: query.cursor(), in: facts, size: query.limit)
        return .json(JSONPage.bytes(page.items, next: page.next?.text) { $1 += described($0, facts, for: facts.town).bytes })
    }

    @Sendable private func show(_ request: Request, _ context: APIContext) async throws -> Response {
        let facts = try desk.town(context)
        guard let id = context.parameters.get("id").flatMap({ ID<HelpRequest>(text: $0) }),
            let need = try await PublicNeeds(desk.house).find(id, in: facts)
        else { throw Refusal(.notFound, "needs.gone") }
        return .json(described(need, facts, for: facts.town).object)
    }

    /// Of another commune of the métropole neither the quartier nor the words are told.
    private func described(_ need: Need, _ facts: TownFacts, for town: Town) -> JSONFields {
        let (isOwn, id) = (facts.town.id == town.id, need.id.text)
        var fields = JSONFields()
        fields.add("id", id)
        fields.add("category", facts.category(need.category)?.key ?? "")
        fields.add("neighbourhood", isOwn ? facts.neighbourhood(need.neighbourhood)?.slug : nil)
        fields.add("when", need.time.rawValue)
        fields.add("text", isOwn ? need.text : nil)
        fields.add("url", "\(desk.house.base(of: facts.town))/demandes/\(id)")
        fields.add("town", isOwn ? nil : facts.town.slug)
        return fields
    }
}
