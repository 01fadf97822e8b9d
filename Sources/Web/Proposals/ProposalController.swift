import Domain
import Hummingbird
import UseCases

/// `/categories/proposition`: a resident says which kind of help they miss.
struct ProposalController: Sendable {
    let proposing: Proposing
    let throttle: Throttle

    func show(_ request: Request, _ context: TownContext) async throws -> Response {
        try await page(FormState(), context, isSent: request.uri.queryParameters["fait"] != nil).response()
    }

    func create(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.signedIn()
        try throttle.take(.write, context.network)
        let fields = try await FormBody(request).fields
        do {
            switch try await proposing.propose(ProposalForm(fields), in: context.facts, by: viewer.actor) {
            case .sent: return .seeOther(context.links.proposal + "?fait=1")
            case .resembles(let categories): return try await page(FormState(fields), context, resembling: categories).response()
            }
        } catch let refusal as Refusal where refusal.kind == .invalid || refusal.key == "refusal.proposalsOpen" {
            return try await page(FormState(fields, refusal: refusal), context).response(status: ErrorAnswer.status(of: refusal.kind))
        }
    }

    private func page(
        _ state: FormState, _ context: TownContext, isSent: Bool = false, resembling: [Domain.Category] = []
    ) async throws -> ProposalPage {
        let own = try await proposing.own(of: try context.signedIn().actor, in: context.facts)
        return ProposalPage(site: Site(context, "/categories/proposition"), own: own, resembling: resembling, isSent: isSent, state: state)
    }
}
