import Domain
import Hummingbird
import UseCases

/// `/administration/organisations`: who is asked beside neighbours, for administrators.
struct OrganisationsController: Sendable {
    let keeping: OrganisationKeeping
    let reserve: ReserveKeeping
    let throttle: Throttle

    func index(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.staff(.administrator)
        let known = try await keeping.all(by: viewer.actor, in: context.facts)
        return OrganisationsPage(
            site: Site(context, "/administration"), known: known, isSaved: request.uri.queryParameters["enregistre"] != nil
        ).response()
    }

    func new(_ request: Request, _ context: TownContext) async throws -> Response {
        let start = ["language": "fr", "zone": OrganisationForm.everywhere, "takes": OrganisationForm.everywhere]
        return try await page(nil, FormState(start), context).response()
    }

    func create(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.staff(.administrator)
        return try await answering(nil, request, context) {
            try await keeping.add($0, by: viewer.actor, in: context.facts)
        }
    }

    func edit(_ request: Request, _ context: TownContext) async throws -> Response {
        let organisation = try await organisation(context)
        let form = OrganisationForm(organisation, context.facts.categories, context.facts.neighbourhoods)
        return try await page(organisation, FormState(form.fields), context).response()
    }

    func save(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.staff(.administrator)
        let organisation = try await organisation(context)
        return try await answering(organisation, request, context) {
            try await keeping.change(organisation.id, $0, by: viewer.actor, in: context.facts)
        }
    }

    func activate(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.staff(.administrator)
        let isActive = try await FormBody(request)["active"] == "yes"
        try await keeping.switched(try context.id(Organisation.self), on: isActive, by: viewer.actor, in: context.facts)
        return .seeOther(saved(context))
    }

    private func answering(
        _ organisation: Organisation?, _ request: Request, _ context: TownContext, _ work: (OrganisationForm) async throws -> Void
    ) async throws -> Response {
        try throttle.take(.write, context.network)
        let form = OrganisationForm(OrganisationForm(try await FormBody(request).fields).known)
        do {
            try await work(form)
        } catch let refusal as Refusal where refusal.kind == .invalid {
            return try await page(organisation, FormState(form.fields, refusal: refusal), context).response(status: 422)
        }
        return .seeOther(saved(context))
    }

    private func saved(_ context: TownContext) -> String { context.links.organisations + "?enregistre=1" }

    private func organisation(_ context: TownContext) async throws -> Organisation {
        let viewer = try context.staff(.administrator)
        return try await keeping.find(try context.id(Organisation.self), by: viewer.actor, in: context.facts)
    }

    private func page(_ organisation: Organisation?, _ state: FormState, _ context: TownContext) async throws -> OrganisationPage {
        let viewer = try context.staff(.administrator)
        return OrganisationPage(
            site: Site(context, "/administration"), organisation: organisation,
            owners: try await keeping.owners(by: viewer.actor, in: context.facts),
            reserveYear: organisation?.kind == .communalReserve ? try await reserve.year(by: viewer.actor, in: context.facts) : nil,
            state: state)
    }
}
