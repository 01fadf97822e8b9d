import Domain
import Hummingbird
import UseCases

/// `/conciergerie/passation`: what is open at the end of a shift, and the word for whoever follows.
struct HandOverController: Sendable {
    let handing: HandingOver

    func show(_ request: Request, _ context: TownContext) async throws -> Response {
        try await page(FormState(), context).response()
    }

    func create(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.atDesk()
        let body = try await FormBody(request)
        guard let id = body["duty"].flatMap({ ID<Duty>(text: $0) }) else { throw Refusal.notFound }
        let fields = ["note": body["note"] ?? ""]
        do {
            try await handing.handOver(HandOverForm(fields), of: id, by: viewer.actor, in: context.facts)
        } catch let refusal as Refusal where refusal.kind == .invalid || refusal.kind == .conflict {
            return try await page(FormState(fields, refusal: refusal), context).response(status: ErrorAnswer.status(of: refusal.kind))
        }
        return .seeOther(context.links.desk + "?fait=passation")
    }

    func read(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.atDesk()
        try await handing.read(try context.id(), by: viewer.actor, in: context.facts)
        return .seeOther(context.links.desk)
    }

    private func page(_ state: FormState, _ context: TownContext) async throws -> HandOverPage {
        let viewer = try context.atDesk()
        let standing = try await handing.standing(by: viewer.actor, in: context.facts)
        return HandOverPage(site: Site(context, "/conciergerie/passation"), standing: standing, state: state)
    }
}
