import Domain
import Hummingbird
import UseCases

/// One volunteer on the telephone, and what came of it.
struct DispatchCallController: Sendable {
    let dispatch: Dispatch

    func show(_ request: Request, _ context: TownContext) async throws -> Response {
        try await page(FormState(), context).response()
    }

    func note(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.atDesk()
        let body = try await FormBody(request)
        let form = DispatchOutcomeForm(body.fields)
        do {
            let call = try await dispatch.note(form, of: try context.id(), by: viewer.actor, in: context.facts)
            return .seeOther(
                call.result == .yes
                    ? context.links.dispatchTold(call.request) : context.links.dispatch(call.request) + "?fait=appel#appeler")
        } catch let refusal as Refusal where refusal.kind != .notFound && refusal.kind != .signInFirst {
            let state = FormState(["again": body["again"] ?? ""], refusal: refusal)
            return try await page(state, context).response(status: refusal.kind == .invalid ? 422 : 409)
        }
    }

    /// They want to be rung no more.
    func stop(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.atDesk()
        let call = try await dispatch.stop(try context.id(), by: viewer.actor, in: context.facts)
        return .seeOther(context.links.dispatch(call.request) + "?fait=arret#appeler")
    }

    private func page(_ state: FormState, _ context: TownContext) async throws -> DispatchCallPage {
        let viewer = try context.atDesk()
        let opened = try await dispatch.openCall(try context.id(), by: viewer.actor, in: context.facts)
        return DispatchCallPage(site: Site(context, "/conciergerie"), opened: opened, state: state)
    }
}
