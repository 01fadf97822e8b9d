import Domain
import Persistence

/// Acting for somebody: proposed, confirmed by their own voice or on paper, revoked in one tap; every act can be read by them.
///
/// To whoever has no part in a mandate it does not exist: `Refusal.notFound`.
public struct Mandating: Sendable {
    let house: House

    public init(_ house: House) { self.house = house }

    /// A mandate and its people by name; of nobody more than the name.
    public struct Line: Sendable {
        public var mandate: Mandate
        public var represented: Person
        /// Nil for the structure.
        public var holder: Person?
        public var reader: MandateReader?
    }

    /// Those of one person, as they hold or gave them.
    public struct Board: Sendable {
        public var held: [Line]
        public var given: [Line]
        public var now: Moment
    }

    public func board(of viewer: Viewer, in facts: TownFacts) async throws -> Board {
        let now = house.world.now()
        return try await house.read(facts.town) { scope in
            let selves = try Selves(scope).of(viewer.person).map(\.id)
            let mandates = Mandates(scope)
            return Board(
                held: try lines(mandates.held(by: viewer.person.id), in: scope), given: try lines(mandates.given(by: selves), in: scope),
                now: now)
        }
    }

    /// Those under which somebody may ask for help now, for the asking form: the own ones, and one of the structure that was chosen.
    public func asking(by actor: Actor, including chosen: ID<Mandate>?, in facts: TownFacts) async throws -> [Line] {
        guard let person = actor.person else { return [] }
        let now = house.world.now()
        return try await house.read(facts.town) { scope in
            let mandates = Mandates(scope)
            var held = try mandates.held(by: person)
            if let chosen, !held.contains(where: { $0.id == chosen }) { held += [try mandates.find(chosen)].compactMap(\.self) }
            return try lines(
                held.filter { $0.isHeld(by: actor) && $0.isInForce(now) && $0.powers.contains(.ask) }, in: scope)
        }
    }

    /// One under which somebody acts, with the requests that it covers, newest first.
    public func acting(_ right: MandateRight, in facts: TownFacts) async throws -> (line: Line, requests: [HelpRequest]) {
        let now = house.world.now()
        return try await house.read(facts.town) { scope in
            guard let mandate = try Mandates(scope).find(right.mandate), mandate.isHeld(by: right.actor) else { throw Refusal.notFound }
            guard mandate.isInForce(now) else { throw Refusal(.forbidden, "refusal.mandateOver") }
            let requests = try mandate.powers.contains(.follow) ? HelpRequests(scope).about(mandate.represented).filter(mandate.covers) : []
            return (try line(mandate, in: scope), requests)
        }
    }

    func lines(_ mandates: [Mandate], in scope: TownTransaction) throws -> [Line] { try mandates.map { try line($0, in: scope) } }

    func line(_ mandate: Mandate, in scope: TownTransaction) throws -> Line {
        let people = try People(scope).find([mandate.represented, mandate.holder].compactMap(\.self))
        guard let represented = people[mandate.represented] else { throw Refusal.notFound }
        return Line(
            mandate: mandate, represented: represented, holder: mandate.holder.flatMap { people[$0] },
            reader: try MandateLinks(scope).reader(of: mandate.id))
    }

    func journal(
        _ action: JournalEntry.Action, by actor: ID<Person>?, on mandate: Mandate, for purpose: String = "mandate",
        in scope: TownTransaction
    ) throws {
        let entry = JournalEntry(
            at: house.world.now(), actor: actor, action: action, subjectKind: "people", subject: mandate.represented.bytes,
            purpose: purpose)
        try Journal(scope).append(entry, id: house.world.id())
    }
}
