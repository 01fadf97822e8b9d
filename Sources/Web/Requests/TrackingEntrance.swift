import Domain
import Hummingbird
import Secrets
import UseCases

/// From an address to a request's door: `/suivi/{token}` without an account, `/mon-compte/demandes/{id}` signed in,
/// `/mandats/{mandate}/demandes/{id}` in somebody's name.
struct TrackingEntrance: Sendable {
    let throttle: Throttle

    struct Way: Sendable {
        let door: TrackingDoor
        let pages: TrackingLinks
    }

    func way(_ context: TownContext) throws -> Way {
        if let text = context.parameters.get("token") {
            guard let token = Token(text: text) else { throw LinkGuard(throttle: throttle).wrongLink(context) }
            return Way(door: .link(token), pages: TrackingLinks(context.links, token: text))
        }
        let viewer = try context.signedIn()
        guard let id = context.parameters.get("request").flatMap({ ID<HelpRequest>(text: $0) }) else { throw Refusal.notFound }
        if context.parameters.get("mandate") != nil {
            let right = MandateRight(try context.id(Mandate.self, "mandate"), viewer.actor)
            return Way(door: .mandate(right, id), pages: TrackingLinks(context.links, under: right.mandate, id))
        }
        return Way(door: .account(id, viewer.actor), pages: TrackingLinks(context.links, own: id))
    }

    func guarded<T>(_ context: TownContext, _ body: () async throws -> T) async throws -> T {
        try await LinkGuard(throttle: throttle).guarded(context, body)
    }
}
