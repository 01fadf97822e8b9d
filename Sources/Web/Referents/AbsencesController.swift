import Domain
import Hummingbird
import UseCases

/// Holidays of referents: said, declined by the colleague, ended.
struct AbsencesController: Sendable {
    let absenting: Absenting
    let throttle: Throttle

    func index(_ request: Request, _ context: TownContext) async throws -> Response {
        try await page(FormState(), context, isDone: request.uri.queryParameters["fait"] != nil).response()
    }

    func create(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.guide()
        let fields = try await FormBody(request).fields.filter { AbsenceForm.names.contains($0.key) }
        do {
            try throttle.take(.write, viewer.person.id.text)
            try await absenting.leave(AbsenceForm(fields), by: viewer.actor, in: context.facts)
        } catch let refusal as Refusal where refusal.kind == .invalid {
            return try await page(FormState(fields, refusal: refusal), context).response(status: 422)
        }
        return .seeOther(context.links.absences + "?fait=1")
    }

    func decline(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.guide()
        try await absenting.decline(try context.id(), by: viewer.actor, in: context.facts)
        return .seeOther(context.links.absences + "?fait=1")
    }

    func end(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.guide()
        try await absenting.end(try context.id(), by: viewer.actor, in: context.facts)
        return .seeOther(context.links.absences + "?fait=1")
    }

    private func page(_ state: FormState, _ context: TownContext, isDone: Bool = false) async throws -> AbsencesPage {
        let viewer = try context.guide()
        let board = try await absenting.board(by: viewer.actor, in: context.facts)
        return AbsencesPage(site: Site(context, "/referent/absences"), board: board, state: state, isDone: isDone)
    }
}
