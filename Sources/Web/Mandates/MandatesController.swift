import Domain
import Hummingbird
import UseCases

/// `/mon-compte/mandats`: those one holds and gave; proposing to act for somebody.
struct MandatesController: Sendable {
    let mandating: Mandating
    let throttle: Throttle

    func index(_ request: Request, _ context: TownContext) async throws -> Response {
        let board = try await mandating.board(of: try context.signedIn(), in: context.facts)
        let done = request.uri.queryParameters["fait"].map(String.init)
        return MandatesPage(site: Site(context, "/mon-compte/mandats"), board: board, done: done).response()
    }

    func new(_ request: Request, _ context: TownContext) async throws -> Response {
        _ = try context.signedIn()
        return NewMandatePage(site: Site(context, "/mon-compte/mandats"), state: FormState(MandateForm.start)).response()
    }

    func create(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.signedIn()
        let fields = try await FormBody(request).fields.filter { MandateForm.names.contains($0.key) }
        do {
            try throttle.take(.write, context.network)
            try await mandating.propose(MandateForm(fields), by: viewer, in: context.facts)
        } catch let refusal as Refusal where refusal.kind == .invalid {
            return NewMandatePage(site: Site(context, "/mon-compte/mandats"), state: FormState(fields, refusal: refusal))
                .response(status: 422)
        }
        return .seeOther(context.links.ownMandates + "?fait=proposition")
    }

    /// What one may do in somebody's name.
    func act(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.signedIn()
        let (line, requests) = try await mandating.acting(
            MandateRight(try context.id(Mandate.self, "mandate"), viewer.actor), in: context.facts)
        let done = request.uri.queryParameters["fait"].map(String.init)
        return ActingPage(site: Site(context, "/mandats"), line: line, requests: requests, done: done).response()
    }
}
