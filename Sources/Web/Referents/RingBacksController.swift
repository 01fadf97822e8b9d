import Domain
import Hummingbird
import UseCases

/// Who is to be rung, one person at a time, and what came of it.
struct RingBacksController: Sendable {
    let referents: Referents

    func index(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.guide()
        let (calls, count, now) = try await referents.calls(by: viewer.actor, in: context.facts)
        let isNoted = request.uri.queryParameters["fait"] != nil
        return RingBacksPage(site: Site(context, "/referent/rappels"), calls: calls, count: count, now: now, isNoted: isNoted).response()
    }

    func show(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.guide()
        let call = try await referents.openCall(try context.id(), by: viewer.actor, in: context.facts)
        return RingBackPage(site: Site(context, "/referent/rappels"), call: call).response()
    }

    func note(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.guide()
        let id: ID<RingBack> = try context.id()
        let body = try await FormBody(request)
        guard let result = body["result"].flatMap(RingBack.Result.init), let attempts = body["attempts"].flatMap({ Int($0) }) else {
            throw Refusal.invalid("result", "refusal.callResult")
        }
        try await referents.note(
            result, answer: body["answer"], of: id, knowing: attempts, by: viewer.actor, in: context.facts)
        return .seeOther(context.links.ringBacks + "?fait=1")
    }
}
