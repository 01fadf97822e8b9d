import Domain
import Persistence

/// One request with its people, as its referent sees it.
public struct OpenedRequest: Sendable {
    public var request: HelpRequest
    public var asker: Person
    public var beneficiary: Person
    public var owner: KnownGuide
    /// Who said yes, while they help.
    public var helper: Person?
    public var takenBy: String?
    public var events: [RequestEvent]
    /// What is still to be told by voice.
    public var calls: [RingBack]
    /// Who could own it.
    public var guides: [KnownGuide]
    public var now: Moment
}

/// A referent or an administrator, by the name they are known by.
public struct KnownGuide: Sendable, Equatable {
    public var id: ID<Person>
    public var name: String
}

extension Referents {
    /// Opens a request of the own quartiers; whose contact data was shown is journaled.
    public func open(_ id: ID<HelpRequest>, by actor: Actor, in facts: TownFacts) async throws -> OpenedRequest {
        let now = house.world.now()
        return try await house.write(facts.town) { scope in
            let request = try guided(id, by: actor, in: scope)
            let match = try Matches(scope).active(for: id)
            let guides = try Guides(scope).all()
            let shown = [request.asker, request.beneficiary] + [match?.helper].compactMap(\.self)
            let people = try People(scope).find(shown + guides + [request.owner] + [request.takenBy].compactMap(\.self))
            guard let asker = people[request.asker], let beneficiary = people[request.beneficiary] else { throw Refusal.notFound }
            try journalRead(of: shown, by: actor, for: "referent", in: scope)
            func guide(_ id: ID<Person>) -> KnownGuide { KnownGuide(id: id, name: people[id]?.shownName ?? "") }
            return OpenedRequest(
                request: request, asker: asker, beneficiary: beneficiary, owner: guide(request.owner),
                helper: match.flatMap { people[$0.helper] }, takenBy: request.takenBy.flatMap { people[$0]?.shownName },
                events: try RequestHistory(scope).events(of: request),
                calls: try RingBacks(scope).about(id).filter { $0.doneAt == nil }, guides: guides.map(guide), now: now)
        }
    }
}
