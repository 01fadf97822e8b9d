import Domain
import Hummingbird
import Localization
import UseCases

/// `/administration/invitations`: who holds a role, who is invited to one.
struct InvitationsController: Sendable {
    let inviting: Inviting
    let throttle: Throttle

    func index(_ request: Request, _ context: TownContext) async throws -> Response {
        let quartier = request.uri.queryParameters["quartier"].map(String.init) ?? ""
        let wanted = context.facts.neighbourhoods.contains { $0.slug == quartier }
        let state = wanted ? FormState(["role": Role.Kind.referent.rawValue, "neighbourhood": quartier]) : FormState()
        return try await page(context, state, done: request.uri.queryParameters["fait"].map(String.init)).response()
    }

    func create(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.staff(.administrator)
        let body = try await FormBody(request)
        do {
            try throttle.take(.write, viewer.person.id.text)
            try await inviting.invite(InvitationForm(body.fields), by: viewer, in: context.facts)
        } catch let refusal as Refusal where refusal.kind == .invalid {
            return try await page(context, FormState(body.fields, refusal: refusal)).response(status: 422)
        }
        return .seeOther(context.links.invitations + "?fait=invitation")
    }

    func withdraw(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.staff(.administrator)
        guard let id = ID<Invitation>(text: context.parameters.get("id") ?? "") else { throw Refusal.notFound }
        try await inviting.withdraw(id, by: viewer.actor, in: context.town)
        return .seeOther(context.links.invitations + "?fait=retrait")
    }

    func revoke(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.staff(.administrator)
        guard let id = ID<Role>(text: context.parameters.get("id") ?? "") else { throw Refusal.notFound }
        do {
            try await inviting.revoke(id, by: viewer.actor, in: context.town)
        } catch let refusal as Refusal where refusal.kind == .conflict {
            return try await page(context, FormState([:], refusal: refusal)).response(status: 409)
        }
        return .seeOther(context.links.invitations + "?fait=role")
    }

    private func page(_ context: TownContext, _ state: FormState, done: String? = nil) async throws -> InvitationsPage {
        let viewer = try context.staff(.administrator)
        let board = try await inviting.board(by: viewer.actor, in: context.town)
        return InvitationsPage(site: Site(context, "/administration/invitations"), board: board, state: state, done: done)
    }
}
