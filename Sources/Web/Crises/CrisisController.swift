import Domain
import Hummingbird
import UseCases

/// `/administration/crise`: the switch, for administrators.
struct CrisisController: Sendable {
    let crisis: CrisisSwitch

    func show(_ request: Request, _ context: TownContext) async throws -> Response {
        try await page(FormState(), context, isDone: request.uri.queryParameters["fait"] != nil).response()
    }

    func create(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.staff(.administrator)
        let fields = try await FormBody(request).fields.filter { CrisisForm.names.contains($0.key) }
        do {
            try await crisis.decide(CrisisForm(fields), by: viewer.actor, in: context.facts)
        } catch let refusal as Refusal where refusal.kind == .invalid {
            return try await page(FormState(fields, refusal: refusal), context).response(status: 422)
        }
        return .seeOther(context.links.crisis + "?fait=1")
    }

    func end(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.staff(.administrator)
        try await crisis.end(by: viewer.actor, in: context.facts)
        return .seeOther(context.links.crisis + "?fait=1")
    }

    private func page(_ state: FormState, _ context: TownContext, isDone: Bool = false) async throws -> CrisisPage {
        let viewer = try context.staff(.administrator)
        let board = try await crisis.board(by: viewer.actor, in: context.facts)
        return CrisisPage(site: Site(context, "/administration/crise"), board: board, state: state, isDone: isDone)
    }
}

extension Links {
    var crisis: String { administration + "/crise" }
    var endOfCrisis: String { crisis + "/fin" }
}
