import Domain
import Hummingbird
import Secrets
import UseCases

/// The page behind the tracking link: what happens now, and by when somebody answers or rings.
struct TrackingController: Sendable {
    let requests: Requests
    let throttle: Throttle

    func show(_ request: Request, _ context: TownContext) async throws -> Response {
        let tracked = try await tracked(context)
        let isNew = request.uri.queryParameters["nouvelle"] != nil
        return TrackingPage(site: Site(context, "/suivi"), tracked: tracked, token: context.parameters.get("token") ?? "", isNew: isNew)
            .response()
    }

    private func tracked(_ context: TownContext) async throws -> TrackedRequest {
        guard let token = context.parameters.get("token").flatMap({ Token(text: $0) }),
            let tracked = try await requests.tracked(token, in: context.facts)
        else {
            try throttle.take(.wrongToken, context.network)
            throw Refusal.notFound
        }
        return tracked
    }
}
