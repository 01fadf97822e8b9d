import Domain
import Persistence

extension Requests {
    /// The asker still needs it: its term begins anew. Harmless when it is over, or was never near its end.
    public func renew(through door: TrackingDoor, in facts: TownFacts) async throws {
        let now = house.world.now()
        try await house.write(facts.town) { scope in
            let request = try door.request(in: scope, now: now)
            guard request.isLive else { return }
            try HelpRequests(scope).renew(request.id, now: now)
            try RetentionNotices(scope).forget(.unansweredRequests, request.id.bytes)
        }
    }
}
