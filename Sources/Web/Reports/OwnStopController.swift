import Domain
import Hummingbird
import UseCases

/// Why one is no longer brought together with neighbours, and « je ne suis pas d’accord ».
struct OwnStopController: Sendable {
    let stops: OwnStops
    let throttle: Throttle

    func show(_ request: Request, _ context: TownContext) async throws -> Response {
        let isDone = request.uri.queryParameters["recours"] != nil
        return try await page(FormState(), context, isDone: isDone).response()
    }

    func appeal(_ request: Request, _ context: TownContext) async throws -> Response {
        try throttle.take(.write, context.network)
        let viewer = try context.signedIn()
        let body = try await FormBody(request)
        do {
            try await stops.appeal(body.fields, by: viewer, in: context.facts)
        } catch let refusal as Refusal where refusal.kind == .invalid {
            return try await page(FormState(body.fields, refusal: refusal), context).response(status: 422)
        }
        return .seeOther(context.links.ownStop + "?recours=1")
    }

    private func page(_ state: FormState, _ context: TownContext, isDone: Bool = false) async throws -> OwnStopPage {
        let list = try await stops.list(of: try context.signedIn(), in: context.facts)
        return OwnStopPage(site: Site(context, "/mon-compte/arret"), stops: list, state: state, isDone: isDone)
    }
}
