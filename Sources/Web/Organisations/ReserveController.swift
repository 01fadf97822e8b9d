import Domain
import Hummingbird
import UseCases

/// `/administration/reserve-communale`: the mayor's decisions, written down by an administrator.
struct ReserveController: Sendable {
    let keeping: ReserveKeeping
    let throttle: Throttle

    func index(_ request: Request, _ context: TownContext) async throws -> Response {
        try await page(FormState(), context, isDone: request.uri.queryParameters["fait"] != nil).response()
    }

    func create(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.staff(.administrator)
        let fields = try await FormBody(request).fields.filter { ReserveActivationForm.names.contains($0.key) }
        do {
            try throttle.take(.write, viewer.person.id.text)
            try await keeping.callOut(ReserveActivationForm(fields), by: viewer.actor, in: context.facts)
        } catch let refusal as Refusal where refusal.kind == .invalid {
            return try await page(FormState(fields, refusal: refusal), context).response(status: 422)
        }
        return .seeOther(context.links.reserve + "?fait=1")
    }

    func end(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.staff(.administrator)
        try await keeping.standDown(try context.id(ReserveActivation.self), by: viewer.actor, in: context.facts)
        return .seeOther(context.links.reserve + "?fait=1")
    }

    private func page(_ state: FormState, _ context: TownContext, isDone: Bool = false) async throws -> ReservePage {
        let viewer = try context.staff(.administrator)
        let board = try await keeping.board(by: viewer.actor, in: context.facts)
        return ReservePage(site: Site(context, "/administration"), board: board, state: state, isDone: isDone)
    }
}
