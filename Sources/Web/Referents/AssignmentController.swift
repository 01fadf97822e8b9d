import Domain
import Hummingbird
import UseCases

/// A helper named by hand, after a yes on the telephone.
struct AssignmentController: Sendable {
    let referents: Referents

    func new(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.guide()
        return try await page(FormState(), viewer, context).response()
    }

    /// A search is journaled, so it is a POST; what was typed never lies in an address.
    func search(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.guide()
        let contact = try await FormBody(request)["contact"] ?? ""
        guard EmailAddress(PlainText.line(contact)) != nil || PhoneNumber(PlainText.line(contact)) != nil else {
            let state = FormState(["contact": contact], refusal: .invalid("contact", "refusal.exactContact"))
            return try await page(state, viewer, context).response(status: 422)
        }
        return try await page(FormState(["contact": contact]), viewer, context).response()
    }

    func create(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.guide()
        let id: ID<HelpRequest> = try context.id()
        let body = try await FormBody(request)
        guard let helper = body["helper"].flatMap({ ID<Person>(text: $0) }) else { throw Refusal.notFound }
        let contact = body["contact"].flatMap { $0.isEmpty ? nil : $0 }
        try await referents.assign(helper, to: id, contact: contact, by: viewer.actor, in: context.facts)
        return .seeOther(context.links.guidedRequest(id) + "?fait=1")
    }

    private func page(_ state: FormState, _ viewer: Viewer, _ context: TownContext) async throws -> AssignmentPage {
        let contact = state.refusal == nil && !state["contact"].isEmpty ? state["contact"] : nil
        let helpers = try await referents.possibleHelpers(
            for: try context.id(), contact: contact, by: viewer.actor, in: context.facts)
        return AssignmentPage(site: Site(context, "/referent/demandes"), helpers: helpers, state: state)
    }
}
