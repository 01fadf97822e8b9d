import Domain
import Hummingbird
import UseCases

/// « Je peux aider » on a need: what to know before a yes, and the yes.
struct HelpingController: Sendable {
    let helping: Helping
    let throttle: Throttle

    func show(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.signedIn()
        return try await answer(try id(context), viewer, context)
    }

    func create(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.signedIn()
        let body = try await FormBody(request)
        let id = try id(context)
        try throttle.take(.write, context.network)
        do {
            let match = try await helping.help(id, birthYear: body["birthYear"], by: viewer.actor, in: context.facts)
            return .seeOther("\(context.links.conversations)/\(match.id.text)")
        } catch let refusal as Refusal where refusal.kind == .invalid {
            return try await answer(id, viewer, context, FormState(body.fields, refusal: refusal), status: 422)
        } catch let refusal as Refusal where refusal.kind == .conflict {
            return NeedOverPage(site: Site(context, "/demandes")).response(status: 409)
        } catch let refusal as Refusal where refusal.kind == .forbidden {
            return try await answer(id, viewer, context, obstacle: refusal, status: 403)
        }
    }

    private func answer(
        _ id: ID<HelpRequest>, _ viewer: Viewer, _ context: TownContext, _ state: FormState = FormState(), obstacle: Refusal? = nil,
        status: Int = 200
    ) async throws -> Response {
        let site = Site(context, "/demandes")
        switch try await helping.standing(id, for: viewer, in: context.facts) {
        case .helping(let match): return .seeOther("\(context.links.conversations)/\(match.text)")
        case .over: return NeedOverPage(site: site).response()
        case .question(var question):
            question.obstacle = obstacle ?? question.obstacle
            return HelpingPage(site: site, question: question, state: state).response(status: status)
        }
    }

    private func id(_ context: TownContext) throws -> ID<HelpRequest> {
        guard let id = context.parameters.get("id").flatMap({ ID<HelpRequest>(text: $0) }) else { throw Refusal.notFound }
        return id
    }
}
