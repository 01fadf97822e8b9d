import Domain
import Persistence

/// Taking a request in hand (aiguillage): who could take it and why, asked, rung or named by whoever guides it or runs the desk. The ladder goes
/// on meanwhile, until somebody says yes.
///
/// To everybody else nothing of it exists: `Refusal.notFound`.
public struct Dispatch: Sendable {
    let house: House

    public init(_ house: House) { self.house = house }

    /// A request that this person may take in hand.
    func dispatched(_ id: ID<HelpRequest>, by actor: Actor, in scope: TownTransaction) throws -> HelpRequest {
        guard actor.answersCalls, let request = try HelpRequests(scope).find(id), actor.mayDispatch(request) else { throw Refusal.notFound }
        return request
    }

    /// One that still waits for somebody.
    func open(_ id: ID<HelpRequest>, by actor: Actor, in scope: TownTransaction) throws -> HelpRequest {
        let request = try dispatched(id, by: actor, in: scope)
        guard request.status != .awaitingAgreement else { throw Refusal(.conflict, "refusal.agreementFirst") }
        guard request.status == .open else { throw Matching.alreadyMatched }
        return request
    }

    /// Nobody new hears of a request whose people's contacts are stopped; only who guides it joins somebody to it in person.
    func isStopped(_ request: HelpRequest, in scope: TownTransaction) throws -> Bool {
        try ContactStops(scope).holds(anyOf: [request.asker, request.beneficiary])
    }

    func journal(
        _ action: JournalEntry.Action, by actor: Actor, _ kind: String, _ subject: [UInt8]?, for purpose: String, in scope: TownTransaction
    ) throws {
        let entry = JournalEntry(
            at: house.world.now(), actor: actor.person, action: action, subjectKind: kind, subject: subject, purpose: purpose)
        try Journal(scope).append(entry, id: house.world.id())
    }
}
