import Domain
import Hummingbird
import Secrets
import UseCases

/// Seeing to worries, signed in or by the link of a mail. Opening one takes nothing in hand (mail scanners open links); the button does.
struct ConcernCareController: Sendable {
    let care: ConcernCare
    let throttle: Throttle

    func index(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.staff(.operator, .referent, .administrator)
        let (concerns, now) = try await care.list(by: viewer.actor, in: context.facts)
        return ConcernsPage(site: Site(context, "/inquietudes"), concerns: concerns, now: now).response()
    }

    func show(_ request: Request, _ context: TownContext) async throws -> Response { try await page(FormState(), context) }

    func take(_ request: Request, _ context: TownContext) async throws -> Response {
        let (door, path) = try entrance(context)
        try throttle.take(.write, context.network)
        let body = try await FormBody(request)
        do {
            try await guarded(context) { try await care.take(door, name: body["name"], in: context.facts) }
            return .seeOther(path)
        } catch let refusal as Refusal where refusal.kind == .invalid {
            return try await page(FormState(["name": body["name"] ?? ""], refusal: refusal), context, status: 422)
        }
    }

    func close(_ request: Request, _ context: TownContext) async throws -> Response {
        let (door, path) = try entrance(context)
        try throttle.take(.write, context.network)
        let form = ConcernEndForm(try await FormBody(request).fields)
        do {
            try await guarded(context) { try await care.close(door, form, in: context.facts) }
            return .seeOther(path)
        } catch let refusal as Refusal where refusal.kind == .invalid {
            return try await page(FormState(form.fields, refusal: refusal), context, status: 422)
        }
    }

    private func page(_ state: FormState, _ context: TownContext, status: Int = 200) async throws -> Response {
        let (door, path) = try entrance(context)
        let opened = try await guarded(context) { try await care.open(door, in: context.facts) }
        return ConcernPage(
            site: Site(context, "/inquietudes"), opened: opened, path: path, isByLink: context.parameters.get("token") != nil, state: state
        ).response(status: status)
    }

    private func entrance(_ context: TownContext) throws -> (ConcernCare.Door, String) {
        guard context.parameters.get("token") != nil else {
            let viewer = try context.staff(.operator, .referent, .administrator)
            let id: ID<Concern> = try context.id()
            return (.staff(id, viewer.actor), context.links.concern(id))
        }
        guard let token = context.parameters.get("token").flatMap({ Token(text: $0) }) else {
            throw LinkGuard(throttle: throttle).wrongLink(context)
        }
        return (.link(token), context.links.concern(token: token.text))
    }

    private func guarded<T>(_ context: TownContext, _ body: () async throws -> T) async throws -> T {
        try await LinkGuard(throttle: throttle).guarded(context, body)
    }
}
