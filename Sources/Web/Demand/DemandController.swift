import Domain
import Hummingbird
import UseCases

/// Where requests are missing: `/referent/demandes-manquantes` for one's own quartiers, the same below `/administration` for the town.
struct DemandController: Sendable {
    let demand: Demand

    func show(_ request: Request, _ context: TownContext) async throws -> Response {
        try await page(try context.guide(), FormState(), "/referent/demandes-manquantes", context).response()
    }

    func showTown(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.staff(.administrator)
        let isSaved = request.uri.queryParameters["enregistre"] != nil
        return try await page(viewer, nil, "/administration/demandes-manquantes", context, isSaved: isSaved).response()
    }

    func note(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.staff(.administrator)
        let fields = try await FormBody(request).fields
        do {
            try await demand.note(EldersForm(fields), by: viewer.actor, in: context.facts)
        } catch let refusal as Refusal where refusal.kind == .invalid {
            let state = FormState(fields, refusal: refusal)
            return try await page(viewer, state, "/administration/demandes-manquantes", context).response(status: 422)
        }
        return .seeOther(context.links.townDemand + "?enregistre=1")
    }

    /// - Parameter state: of the form of figures; nil shows what is noted.
    private func page(
        _ viewer: Viewer, _ state: FormState?, _ path: String, _ context: TownContext, isSaved: Bool = false
    ) async throws -> DemandPage {
        let board = try await demand.board(by: viewer.actor, in: context.facts)
        let noted = context.facts.neighbourhoods.compactMap { quartier in
            board.elders[quartier.id].map { (EldersForm.name(quartier), String($0)) }
        }
        return DemandPage(
            site: Site(context, path), board: board, state: state ?? FormState(Dictionary(uniqueKeysWithValues: noted)),
            isOfTown: path.hasPrefix("/administration"), isSaved: isSaved)
    }
}

/// `/referent/supports/…`: sheets of A4, for a quartier (`?quartier=slug`) or the whole town.
struct SheetsController: Sendable {
    let demand: Demand

    func poster(_ request: Request, _ context: TownContext) async throws -> Response {
        try PosterPage(site: Site(context, "/referent/supports/affiche"), sheet: sheet(request, context)).response()
    }

    func letter(_ request: Request, _ context: TownContext) async throws -> Response {
        try LetterPage(site: Site(context, "/referent/supports/lettre"), sheet: sheet(request, context)).response()
    }

    func referral(_ request: Request, _ context: TownContext) async throws -> Response {
        try ReferralPage(site: Site(context, "/referent/supports/fiche-de-relais"), sheet: sheet(request, context)).response()
    }

    private func sheet(_ request: Request, _ context: TownContext) throws -> Demand.Sheet {
        let viewer = try context.guide()
        let slug = request.uri.queryParameters["quartier"].map(String.init)
        return try demand.sheet(for: slug?.isEmpty == true ? nil : slug, by: viewer.actor, in: context.facts)
    }
}

extension Links {
    var demand: String { referent + "/demandes-manquantes" }
    var townDemand: String { administration + "/demandes-manquantes" }
    func sheet(_ action: DemandAction, _ neighbourhood: Neighbourhood?) -> String {
        let path: String =
            switch action {
            case .poster: "/supports/affiche"
            case .letter: "/supports/lettre"
            case .referral: "/supports/fiche-de-relais"
            case .load: "/charge"
            }
        guard action != .load, let neighbourhood else { return referent + path }
        return "\(referent)\(path)?quartier=\(neighbourhood.slug)"
    }
}
