import Domain
import Persistence

/// Requests about people's rights: made by anybody, answered by the data protection officer before the law's deadline. Each step is journaled.
public struct RightsDesk: Sendable {
    public static let shownAnswers = 100
    let house: House

    public init(_ house: House) { self.house = house }

    /// For an empty form: sent twice, it asks once.
    public func newID() -> ID<RightsRequest> { house.world.id() }

    /// What may be shown to whoever holds the receipt's address: nobody's name, no word.
    public struct Receipt: Sendable, Equatable {
        public var reference: Reference
        public var kind: RightsRequest.Kind
        public var answerBy: RightsRequest.AnswerBy
        public var receivedAt: Moment
        public var dueAt: Moment
    }

    /// Somebody asks on the site. The receipt has a reference and a date (P-11), on the page and by mail.
    public func ask(_ form: RightsForm, id: ID<RightsRequest>, language: String, in facts: TownFacts) async throws {
        let new = try form.read()
        try await record(new, id: id, door: .web, language: language, receivedAt: house.world.now(), by: nil, in: facts)
    }

    /// The officer writes down a letter or a call.
    public func take(
        _ form: RightsForm, id: ID<RightsRequest>, language: String, by actor: Actor, in facts: TownFacts
    ) async throws {
        guard actor.has(.dpo) else { throw Refusal.notFound }
        let (new, door, receivedAt) = try form.readEntry(now: house.world.now(), in: facts.town.timeZone)
        try await record(new, id: id, door: door, language: language, receivedAt: receivedAt, by: actor.person, in: facts)
    }

    public func receipt(_ id: ID<RightsRequest>, in town: Town) async throws -> Receipt {
        try await house.read(town) { scope in
            guard let one = try RightsRequests(scope).find(id) else { throw Refusal.notFound }
            return Receipt(
                reference: one.reference, kind: one.kind, answerBy: one.answerBy, receivedAt: one.receivedAt, dueAt: one.dueAt)
        }
    }

    private func record(
        _ new: NewRightsRequest, id: ID<RightsRequest>, door: RightsRequest.Door, language: String, receivedAt: Moment,
        by agent: ID<Person>?, in facts: TownFacts
    ) async throws {
        try await house.write(facts.town) { [house] scope in
            let requests = try RightsRequests(scope)
            var reference = Reference(random: house.world.random)
            while try requests.find(reference) != nil { reference = Reference(random: house.world.random) }
            let request = RightsRequest(
                id: id, reference: reference, new, door: door, language: language, takenBy: agent, receivedAt: receivedAt,
                dueAt: RightsRequest.due(new.kind, received: receivedAt, in: facts.town.timeZone))
            guard try requests.insert(request) else { return }
            try journal(.recorded, request, by: agent, purpose: "rights_\(new.kind.rawValue)", in: scope)
            try RightsLetters(house: house, town: facts.town).receipt(of: request, in: scope)
        }
    }

    func journal(
        _ action: JournalEntry.Action, _ request: RightsRequest, by agent: ID<Person>?, purpose: String, in scope: TownTransaction
    ) throws {
        let entry = JournalEntry(
            at: house.world.now(), actor: agent, action: action, subjectKind: "rights_requests", subject: request.id.bytes,
            purpose: purpose)
        try Journal(scope).append(entry, id: house.world.id())
    }
}
