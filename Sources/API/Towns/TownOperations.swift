import Domain
import Hummingbird
import UseCases

/// Towns, and what one may choose from in them.
struct TownOperations {
    let desk: APIDesk
    static let town = Operation.Parameter(name: "town", place: .path, meaning: "The town's slug.")
    private static let neighbourhood = Operation.Parameter(
        name: "neighbourhood", place: .query, meaning: "The slug of a neighbourhood, of which `capacity` is then said.")

    var all: [Operation] {
        [
            Operation(
                id: "listTowns", method: .get, path: "/towns", meaning: "The towns of this instance.", answer: "TownList", refusals: [],
                handle: list),
            Operation(
                id: "showTown", method: .get, path: "/towns/{town}", meaning: "One town.", parameters: [Self.town], answer: "Town",
                handle: show),
            Operation(
                id: "listCategories", method: .get, path: "/towns/{town}/categories", meaning: "The kinds of help of a town.",
                note: "`capacity` is there where helpers can hardly serve an ordinary request; nobody is ever turned away.",
                parameters: [Self.town, Self.neighbourhood], answer: "CategoryList", handle: categories),
            Operation(
                id: "listNeighbourhoods", method: .get, path: "/towns/{town}/neighbourhoods", meaning: "The quartiers of a town.",
                parameters: [Self.town], answer: "NeighbourhoodList", handle: neighbourhoods),
        ]
    }

    @Sendable private func list(_ request: Request, _ context: APIContext) async throws -> Response {
        try .json(Listed(items: desk.house.towns.all.map(described)))
    }

    @Sendable private func show(_ request: Request, _ context: APIContext) async throws -> Response {
        try .json(described(try desk.town(context)))
    }

    @Sendable private func categories(_ request: Request, _ context: APIContext) async throws -> Response {
        let (facts, t) = (try desk.town(context), desk.localizer(request))
        let place = request.uri.queryParameters["neighbourhood"].flatMap { facts.neighbourhood(slug: String($0)) }
        let advice = try await Capacity(desk.house).advice(in: place?.id, of: facts)
        return try .json(
            Listed(
                items: facts.activeCategories.map { category in
                    CategoryAnswer(category, advice[category.id].map { CapacityAnswer($0, t, facts) })
                }))
    }

    @Sendable private func neighbourhoods(_ request: Request, _ context: APIContext) async throws -> Response {
        try .json(Listed(items: try desk.town(context).neighbourhoods.map { NeighbourhoodAnswer(slug: $0.slug, name: $0.name) }))
    }

    private func described(_ facts: TownFacts) -> TownAnswer {
        TownAnswer(
            slug: facts.town.slug, name: facts.town.name, insee: facts.town.insee, url: desk.house.base(of: facts.town) + "/",
            phone: facts.town.settings.phone, parent: facts.town.parent.flatMap { desk.house.towns.town(id: $0)?.town.slug })
    }
}

/// Every list: the items, and where the next page begins.
struct Listed<Item: Encodable>: Encodable {
    var items: [Item]
    var next: String?

    private enum CodingKeys: String, CodingKey { case items, next }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(items, forKey: .items)
        // `next` is always there, null on the last page.
        try container.encode(next, forKey: .next)
    }
}

private struct TownAnswer: Encodable {
    var slug: String
    var name: String
    var insee: String?
    var url: String
    var phone: String?
    var parent: String?
}

private struct NeighbourhoodAnswer: Encodable {
    var slug: String
    var name: String
}

private struct CategoryAnswer: Encodable {
    var key: String
    var label: [String: String]
    var guidance: [String: String]
    var mode: String
    var tier: String
    var capacity: CapacityAnswer?

    init(_ category: Category, _ capacity: CapacityAnswer?) {
        key = category.key
        label = category.labels
        guidance = category.guidance
        mode = category.mode.rawValue
        tier = category.tier.apiName
        self.capacity = capacity
    }
}

extension TrustTier {
    var apiName: String {
        switch self {
        case .remote: "remote"
        case .doorstep: "doorstep"
        case .insideHome: "inside_home"
        case .money: "money"
        }
    }
}
