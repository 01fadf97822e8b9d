import Domain
import Persistence

/// What a referent does for the people of the own quartiers, and an administrator for those of the town.
///
/// To everybody else nothing of it exists: `Refusal.notFound`.
public struct Referents: Sendable {
    let house: House

    public init(_ house: House) { self.house = house }

    /// A request that this person may guide; or, at the desk, one about which they have somebody on the telephone.
    /// - Parameter strictly: the person on the telephone is not enough.
    func guided(_ id: ID<HelpRequest>, by actor: Actor, in scope: TownTransaction, strictly: Bool = false) throws -> HelpRequest {
        guard let request = try HelpRequests(scope).find(id) else { throw Refusal.notFound }
        if actor.mayGuide(request) { return request }
        guard !strictly, try isInHand(id, of: actor, in: scope) else { throw Refusal.notFound }
        return request
    }

    /// Something is to be said about it to whom they hold, or was said a moment ago.
    private func isInHand(_ request: ID<HelpRequest>, of actor: Actor, in scope: TownTransaction) throws -> Bool {
        let now = house.world.now()
        guard actor.runsDesk, let person = actor.person,
            let held = try CallLocks(scope).held(by: person, now: now)?.person
        else { return false }
        return try RingBacks(scope).about(request).contains { call in
            guard call.person == held else { return false }
            return call.doneAt.map { call.doneBy == person && now - $0 < CallLock.longCall } ?? true
        }
    }

    func journal(
        _ action: JournalEntry.Action, by actor: Actor, _ kind: String, _ subject: [UInt8]?, for purpose: String, in scope: TownTransaction
    ) throws {
        let entry = JournalEntry(
            at: house.world.now(), actor: actor.person, action: action, subjectKind: kind, subject: subject, purpose: purpose)
        try Journal(scope).append(entry, id: house.world.id())
    }

    /// Notes that somebody's name and number were shown.
    func journalRead(of people: some Sequence<ID<Person>>, by actor: Actor, for purpose: String, in scope: TownTransaction) throws {
        for person in Set(people) { try journal(.readContact, by: actor, "people", person.bytes, for: purpose, in: scope) }
    }

    func save(_ request: HelpRequest, in scope: TownTransaction) throws {
        guard let category = try Categories(scope).find(request.category) else { throw Refusal.notFound }
        try HelpRequests(scope).save(request, mayBePublic: category.mayBePublic)
    }

    func clock(_ town: Town) -> RungClock { RungClock(town, at: house.world.now()) }
}
