import Domain
import Persistence

/// What a person sees of a stop on their own new contacts, and their appeal from it.
public struct OwnStops: Sendable {
    let house: House

    public init(_ house: House) { self.house = house }

    /// Newest first, over or not.
    public func list(of viewer: Viewer, in facts: TownFacts) async throws -> [ContactStop] {
        try await house.read(facts.town) { scope in
            try ContactStops(scope).of(try Stopping.Rows.of(viewer.person, in: scope))
        }
    }

    /// « Je ne suis pas d’accord », once. The same words sent twice count once.
    public func appeal(_ form: [String: String], by viewer: Viewer, in facts: TownFacts) async throws {
        let now = house.world.now()
        try await house.write(facts.town) { scope in
            let stops = try ContactStops(scope)
            guard var stop = try stops.of(try Stopping.Rows.of(viewer.person, in: scope)).first(where: \.isStanding) else {
                throw Refusal.notFound
            }
            let words = try TextAppeal.readWords(form)
            if stop.appeal?.words == words { return }
            try stop.appeal(words, at: now)
            try stops.save(stop)
        }
    }
}
