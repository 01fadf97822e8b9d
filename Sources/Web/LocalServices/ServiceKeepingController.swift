import Domain
import Hummingbird
import UseCases

/// `/administration/services`: the directory, for administrators.
struct ServiceKeepingController: Sendable {
    let keeping: ServiceKeeping
    let throttle: Throttle

    func index(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.staff(.administrator)
        return KeptServicesPage(
            site: Site(context, "/administration"), list: try keeping.list(by: viewer.actor, in: context.facts),
            isSaved: request.uri.queryParameters["enregistre"] != nil
        ).response()
    }

    func new(_ request: Request, _ context: TownContext) async throws -> Response {
        _ = try context.staff(.administrator)
        return page(nil, FormState(LocalServiceForm.fresh(today: keeping.today(in: context.facts)).fields), context).response()
    }

    func create(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.staff(.administrator)
        return try await answering(nil, request, context) { try await keeping.add($0, by: viewer.actor, in: context.facts) }
    }

    func edit(_ request: Request, _ context: TownContext) async throws -> Response {
        let service = try service(context)
        let form = LocalServiceForm(service, context.facts.categories, context.facts.neighbourhoods)
        return page(service, FormState(form.fields), context).response()
    }

    func save(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.staff(.administrator)
        let service = try service(context)
        return try await answering(service, request, context) {
            try await keeping.change(service.id, $0, by: viewer.actor, in: context.facts)
        }
    }

    func check(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.staff(.administrator)
        try await keeping.check(try context.id(LocalService.self), by: viewer.actor, in: context.facts)
        return .seeOther(saved(context))
    }

    func removal(_ request: Request, _ context: TownContext) async throws -> Response {
        ServiceRemovalPage(site: Site(context, "/administration"), service: try service(context)).response()
    }

    func remove(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.staff(.administrator)
        try await keeping.remove(try service(context).id, by: viewer.actor, in: context.facts)
        return .seeOther(saved(context))
    }

    private func answering(
        _ service: LocalService?, _ request: Request, _ context: TownContext, _ work: (LocalServiceForm) async throws -> Void
    ) async throws -> Response {
        try throttle.take(.write, context.network)
        let form = LocalServiceForm(try await FormBody(request).fields).known
        do {
            try await work(form)
        } catch let refusal as Refusal where refusal.kind == .invalid {
            return page(service, FormState(form.fields, refusal: refusal), context).response(status: 422)
        }
        return .seeOther(saved(context))
    }

    private func saved(_ context: TownContext) -> String { context.links.keptServices + "?enregistre=1" }

    private func service(_ context: TownContext) throws -> LocalService {
        let viewer = try context.staff(.administrator)
        return try keeping.find(try context.id(LocalService.self), by: viewer.actor, in: context.facts)
    }

    private func page(_ service: LocalService?, _ state: FormState, _ context: TownContext) -> ServiceFormPage {
        ServiceFormPage(site: Site(context, "/administration"), service: service, state: state)
    }
}
