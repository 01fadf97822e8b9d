import Domain
import Hummingbird
import UseCases

/// One request taken in hand: who could take it, asked, rung or named.
struct DispatchController: Sendable {
    let dispatch: Dispatch

    func show(_ request: Request, _ context: TownContext) async throws -> Response {
        try await page(FormState(), context, done: request.uri.queryParameters["fait"].map(String.init)).response()
    }

    /// A search is journaled, so it is a POST; what was typed never lies in an address.
    func search(_ request: Request, _ context: TownContext) async throws -> Response {
        let contact = try await FormBody(request)["contact"] ?? ""
        guard EmailAddress(PlainText.line(contact)) != nil || PhoneNumber(PlainText.line(contact)) != nil else {
            let state = FormState(["contact": contact], refusal: .invalid("contact", "refusal.exactContact"))
            return try await page(state, context).response(status: 422)
        }
        return try await page(FormState(["contact": contact]), context).response()
    }

    func propose(_ request: Request, _ context: TownContext) async throws -> Response {
        let (viewer, id, body, contact) = try await sent(request, context)
        return try await answered(body, context) {
            let helpers = body.all("ask").compactMap { ID<Person>(text: $0) }
            try await dispatch.propose(to: helpers, id, contact: contact, by: viewer.actor, in: context.facts)
            return context.links.dispatch(id) + "?fait=sollicitation"
        }
    }

    func assign(_ request: Request, _ context: TownContext) async throws -> Response {
        let (viewer, id, body, contact) = try await sent(request, context)
        guard let helper = body["helper"].flatMap({ ID<Person>(text: $0) }) else { throw Refusal.notFound }
        return try await answered(body, context) {
            try await dispatch.assign(helper, to: id, contact: contact, by: viewer.actor, in: context.facts)
            return context.links.dispatchTold(id)
        }
    }

    /// Without a name: the next of the list.
    func ring(_ request: Request, _ context: TownContext) async throws -> Response {
        let (viewer, id, body, contact) = try await sent(request, context)
        let helper = body["helper"].flatMap { ID<Person>(text: $0) }
        return try await answered(body, context) {
            let call = try await dispatch.ring(helper, about: id, contact: contact, by: viewer.actor, in: context.facts)
            return context.links.dispatchCall(call)
        }
    }

    func proposeToOrganisation(_ request: Request, _ context: TownContext) async throws -> Response {
        let (viewer, id, body, _) = try await sent(request, context)
        let organisation: ID<Organisation> = try context.id(Organisation.self, "organisation")
        return try await answered(body, context) {
            try await dispatch.propose(to: organisation, id, by: viewer.actor, in: context.facts)
            return context.links.dispatch(id) + "?fait=sollicitation"
        }
    }

    func hear(_ reply: OrganisationAnswering.Reply, _ request: Request, _ context: TownContext) async throws -> Response {
        let (viewer, id, body, _) = try await sent(request, context)
        let organisation: ID<Organisation> = try context.id(Organisation.self, "organisation")
        return try await answered(body, context) {
            try await dispatch.hear(reply, of: organisation, about: id, by: viewer.actor, in: context.facts)
            return context.links.dispatch(id) + "?fait=\(reply == .accept ? "oui" : "non")"
        }
    }

    /// What is read out to whoever said yes.
    func told(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.atDesk()
        let told = try await dispatch.told(try context.id(), by: viewer.actor, in: context.facts)
        return ToldHelperPage(site: Site(context, "/conciergerie"), told: told).response()
    }

    func withdraw(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.atDesk()
        let id: ID<HelpRequest> = try context.id()
        try await dispatch.withdraw(id, by: viewer.actor, in: context.facts)
        return .seeOther(context.links.dispatch(id) + "?fait=retrait")
    }

    private func sent(
        _ request: Request, _ context: TownContext
    ) async throws -> (Viewer, ID<HelpRequest>, FormBody, String?) {
        let viewer = try context.atDesk()
        let body = try await FormBody(request)
        return (viewer, try context.id(), body, body["contact"].flatMap { $0.isEmpty ? nil : $0 })
    }

    /// What was refused is said above the same suggestions.
    private func answered(_ body: FormBody, _ context: TownContext, _ act: () async throws -> String) async throws -> Response {
        do {
            return .seeOther(try await act())
        } catch let refusal as Refusal where refusal.kind != .notFound && refusal.kind != .signInFirst {
            var state = FormState(["contact": body["contact"] ?? ""], refusal: refusal)
            for helper in body.all("ask") { state.values["ask-\(helper)"] = "yes" }
            return try await page(state, context).response(status: refusal.kind == .invalid ? 422 : 409)
        }
    }

    private func page(_ state: FormState, _ context: TownContext, done: String? = nil) async throws -> DispatchPage {
        let viewer = try context.atDesk()
        let contact = state.refused("contact") == nil && !state["contact"].isEmpty ? state["contact"] : nil
        let board = try await dispatch.board(for: try context.id(), contact: contact, by: viewer.actor, in: context.facts)
        return DispatchPage(site: Site(context, "/conciergerie"), board: board, state: state, done: done)
    }
}
