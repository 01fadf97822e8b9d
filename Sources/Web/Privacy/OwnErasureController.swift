import Domain
import Hummingbird
import UseCases

/// `/mon-compte/effacement`: the end of one's own data.
struct OwnErasureController: Sendable {
    let erasing: Erasing
    let fresh: FreshSignIn
    let throttle: Throttle
    let cookies: SessionCookies

    func show(_ request: Request, _ context: TownContext) async throws -> Response {
        try await page(context, FormState()).response()
    }

    func create(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.signedIn()
        let body = try await FormBody(request)
        try throttle.take(.write, viewer.person.id.text)
        guard body["sure"] == "yes" else {
            let refusal = Refusal.invalid("sure", "refusal.erasure.sure")
            return try await page(context, FormState(body.fields, refusal: refusal)).response(status: 422)
        }
        if fresh.isNeeded(viewer) { return try await fresh.ask(viewer, returningTo: context.links.ownErasure, request, context) }
        do {
            try await erasing.erase(viewer, in: context.facts)
        } catch let refusal as Refusal where refusal.kind == .conflict {
            return try await page(context, FormState(body.fields, refusal: refusal)).response(status: 409)
        }
        return cookies.forgetting(context, then: context.links.erased)
    }

    func done(_ request: Request, _ context: TownContext) async throws -> Response {
        ErasedPage(site: Site(context, "/compte-efface")).response()
    }

    private func page(_ context: TownContext, _ state: FormState) async throws -> OwnErasurePage {
        let viewer = try context.signedIn()
        return OwnErasurePage(
            site: Site(context, "/mon-compte/effacement"), standing: try await erasing.standing(of: viewer, in: context.facts),
            needsSignIn: fresh.isNeeded(viewer), state: state)
    }
}
