import Domain
import Hummingbird
import UseCases

/// Raising a worry about somebody one has to do with.
struct ConcernsController: Sendable {
    let concerning: Concerning
    let throttle: Throttle

    func new(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.signedIn()
        guard let source = ConcernSource.read({ request.uri.queryParameters[Substring($0)].map(String.init) }) else {
            throw Refusal.notFound
        }
        return try await page(source, FormState(), viewer, context)
    }

    func create(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.signedIn()
        let body = try await FormBody(request)
        guard let source = ConcernSource.read({ body[$0] }) else { throw Refusal.notFound }
        try throttle.take(.write, context.network)
        let form = ConcernForm(body.fields)
        do {
            let id = try await concerning.raise(form, on: source, by: viewer.actor, in: context.facts)
            let (name, value) = ConcernSource.query(source)
            return .seeOther("\(context.links.raisedConcern(id))?\(name)=\(value)")
        } catch let refusal as Refusal where refusal.kind == .invalid {
            return try await page(source, FormState(form.fields, refusal: refusal), viewer, context, status: 422)
        }
    }

    func receipt(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.signedIn()
        let raised = try await concerning.raised(try context.id(), by: viewer.actor, in: context.facts)
        let source = ConcernSource.read { request.uri.queryParameters[Substring($0)].map(String.init) }
        return RaisedConcernPage(
            site: Site(context, "/inquietudes"), raised: raised, back: source.map { ConcernSource.back($0, context.links) }
        ).response()
    }

    private func page(
        _ source: Concerning.Source, _ state: FormState, _ viewer: Viewer, _ context: TownContext, status: Int = 200
    ) async throws -> Response {
        let about = try await concerning.about(source, by: viewer.actor, in: context.facts)
        var state = state
        if state.values["who"] == nil, about.subject == nil { state.values["who"] = about.name }
        return NewConcernPage(site: Site(context, "/inquietudes"), source: source, about: about, state: state).response(status: status)
    }
}
