import Domain
import Hummingbird
import UseCases

/// The directory of services. Public facts: no person is in it.
struct ServiceOperations {
    let desk: APIDesk
    private static let topic = Operation.Parameter(
        name: "topic", place: .query, meaning: "Only what is looked for under it.", choices: LocalService.Topic.allCases.map(\.rawValue))
    private static let neighbourhood = Operation.Parameter(
        name: "neighbourhood", place: .query, meaning: "The slug of a neighbourhood: only what serves it.")
    private static let open = Operation.Parameter(
        name: "open", place: .query, meaning: "`now`: only where somebody answers now.", choices: ["now"])

    var all: [Operation] {
        [
            Operation(
                id: "listServices", method: .get, path: "/towns/{town}/services", meaning: "The directory of services of a town.",
                note: "All at once: open ones first, then whoever opens soonest. What a filter says that is not understood is left out.",
                parameters: [TownOperations.town, Self.topic, Self.neighbourhood, Self.open], answer: "ServiceList", handle: list)
        ]
    }

    @Sendable private func list(_ request: Request, _ context: APIContext) async throws -> Response {
        let facts = try desk.town(context)
        let query = request.uri.queryParameters
        let filter = ServiceFilter(
            topic: query["topic"].flatMap { LocalService.Topic(rawValue: String($0)) },
            neighbourhood: query["neighbourhood"].flatMap { facts.neighbourhood(slug: String($0)) }, isOpenOnly: query["open"] == "now")
        return try .json(Listed(items: ServiceDirectory(desk.house).read(filter, in: facts).services.map { ServiceAnswer($0, facts) }))
    }
}
