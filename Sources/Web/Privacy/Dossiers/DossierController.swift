import Domain
import Hummingbird
import UseCases

/// `/dpo/dossiers`: the four files that the law wants, written from the settings, to complete, print and sign.
struct DossierController: Sendable {
    let dossiers: Dossiers

    func index(_ request: Request, _ context: TownContext) async throws -> Response {
        _ = try context.staff(.dpo)
        let state = FormState(["processors": context.town.settings.privacy.processors ?? ""])
        return list(state, context, isSaved: request.uri.queryParameters["enregistre"] != nil).response()
    }

    func save(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.staff(.dpo)
        let fields = try await FormBody(request).fields
        do {
            try await dossiers.change(fields, by: viewer.actor, in: context.town)
        } catch let refusal as Refusal where refusal.kind == .invalid {
            return list(FormState(fields, refusal: refusal), context, isSaved: false).response(status: 422)
        }
        return .seeOther(context.links.dossiers + "?enregistre")
    }

    func show(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.staff(.dpo)
        guard let kind = context.parameters.get("dossier").flatMap(Dossier.Kind.init(rawValue:)) else { throw Refusal.notFound }
        let facts = try await dossiers.facts(by: viewer.actor, in: context.town)
        return DossierPage(site: Site(context, "/dpo"), dossier: Dossier(kind, facts: context.facts, standing: facts, t: context.t))
            .response()
    }

    private func list(_ state: FormState, _ context: TownContext, isSaved: Bool) -> DossierListPage {
        DossierListPage(site: Site(context, "/dpo"), state: state, isSaved: isSaved)
    }
}
