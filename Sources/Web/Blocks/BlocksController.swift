import Domain
import Hummingbird
import UseCases

/// Wanting nothing more to do with somebody: from the conversation or the tracking page, and the list in one's account.
struct BlocksController: Sendable {
    let blocking: Blocking
    let entrance: TrackingEntrance

    private func way(_ context: TownContext) throws -> ConversationsController.Way {
        try ConversationsController.way(context, entrance)
    }

    /// Asks once more, and says what happens.
    func new(_ request: Request, _ context: TownContext) async throws -> Response {
        let way = try way(context)
        let name = try await entrance.guarded(context) { try await blocking.name(through: way.door, in: context.facts) }
        return BlockPage(site: Site(context, "/conversations"), name: name, way: way).response()
    }

    func create(_ request: Request, _ context: TownContext) async throws -> Response {
        try entrance.throttle.take(.write, context.network)
        let way = try way(context)
        try await entrance.guarded(context) { try await blocking.block(through: way.door, in: context.facts) }
        return .seeOther(context.parameters.get("token") == nil ? context.links.blocks : way.back)
    }

    func index(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.signedIn()
        let list = try await blocking.list(of: viewer.person.id, in: context.facts)
        return BlocksPage(site: Site(context, "/mon-compte/blocages"), list: list).response()
    }

    func delete(_ request: Request, _ context: TownContext) async throws -> Response {
        try entrance.throttle.take(.write, context.network)
        let viewer = try context.signedIn()
        try await blocking.unblock(try context.id(), by: viewer.actor, in: context.facts)
        return .seeOther(context.links.blocks)
    }
}
