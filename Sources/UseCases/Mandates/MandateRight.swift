import Domain
import Persistence

/// Somebody who acts under a mandate, looked up anew for each act: one revoked a moment ago opens nothing.
public struct MandateRight: Sendable {
    public var mandate: ID<Mandate>
    public var actor: Actor

    public init(_ mandate: ID<Mandate>, _ actor: Actor) {
        self.mandate = mandate
        self.actor = actor
    }

    /// - Throws: `notFound` to whoever it was not given to, `forbidden` where it is over or does not go so far.
    @discardableResult
    func allow(_ power: Mandate.Power, in scope: TownTransaction, now: Moment) throws -> Mandate {
        guard let mandate = try Mandates(scope).find(mandate) else { throw Refusal.notFound }
        try mandate.allow(power, to: actor, now: now)
        return mandate
    }

    /// A request of the represented person, and of nobody else.
    func request(_ id: ID<HelpRequest>, _ power: Mandate.Power, in scope: TownTransaction, now: Moment) throws -> HelpRequest {
        let mandate = try allow(power, in: scope, now: now)
        guard let request = try HelpRequests(scope).find(id), mandate.covers(request) else { throw Refusal.notFound }
        return request
    }

    /// In the transaction of the act itself.
    func note(
        _ deed: Mandate.Deed, on request: ID<HelpRequest>?, id: ID<MandateAct>, in scope: TownTransaction, now: Moment
    ) throws {
        guard let person = actor.person else { throw Refusal.notFound }
        try MandateActs(scope).insert(MandateAct(id: id, mandate: mandate, deed: deed, actor: person, request: request, at: now))
    }
}
