import Domain
import Hummingbird
import Secrets
import UseCases

/// From an address to a request's door: `/suivi/{token}` without an account, `/mon-compte/demandes/{id}` signed in.
struct TrackingEntrance: Sendable {
    let throttle: Throttle

    struct Way: Sendable {
        let door: TrackingDoor
        let pages: TrackingLinks
    }

    func way(_ context: TownContext) throws -> Way {
        if let text = context.parameters.get("token") {
            guard let token = Token(text: text) else { throw wrongLink(context) }
            return Way(door: .link(token), pages: TrackingLinks(context.links, token: text))
        }
        let viewer = try context.signedIn()
        guard let id = context.parameters.get("request").flatMap({ ID<HelpRequest>(text: $0) }) else { throw Refusal.notFound }
        return Way(door: .account(id, viewer.actor), pages: TrackingLinks(context.links, own: id))
    }

    /// Wrong links are counted, so that nobody tries many.
    func guarded<T>(_ context: TownContext, _ body: () async throws -> T) async throws -> T {
        do {
            return try await body()
        } catch let refusal as Refusal where refusal.kind == .notFound && context.parameters.get("token") != nil {
            throw wrongLink(context)
        }
    }

    private func wrongLink(_ context: TownContext) -> Refusal {
        do {
            try throttle.take(.wrongToken, context.network)
            return .notFound
        } catch {
            return error
        }
    }
}
