import Domain
import Persistence

/// The phone desk (conciergerie): calls, what is written down in them, and what is said at their end.
///
/// To whoever does not answer calls nothing of it exists: `Refusal.notFound`.
public struct Desk: Sendable {
    let house: House

    public init(_ house: House) { self.house = house }

    /// What waits at the desk; of people no name.
    public struct Board: Sendable {
        /// Calls that this person holds.
        public var own: [Line]
        /// Calls of others, that this person may go on with.
        public var kept: [Line]
        /// Live requests that came by telephone.
        public var requests: [HelpRequest]
        /// Worries that wait for this person.
        public var concerns: Int
        public var now: Moment
    }

    /// A call as a list shows it: since when, by whom, what for.
    public struct Line: Sendable {
        public var call: Call
        public var holderName: String
        public var form: CallForm { CallForm(call.draft) }
    }

    public func board(by actor: Actor, in facts: TownFacts) async throws -> Board {
        guard actor.answersCalls else { throw Refusal.notFound }
        let now = house.world.now()
        return try await house.read(facts.town) { scope in
            let calls = try Calls(scope).open()
            let people = try People(scope).find(Array(Set(calls.map(\.holder))))
            let lines = calls.map { Line(call: $0, holderName: people[$0.holder]?.shownName ?? "") }
            return Board(
                own: lines.filter { $0.call.holder == actor.person },
                kept: lines.filter { $0.call.holder != actor.person && $0.call.mayBeTakenOver(by: actor, now: now) },
                requests: try DeskListing(scope).live().filter(actor.maySpeak),
                concerns: try Concerns(scope).open().count { $0.maySee(actor) }, now: now)
        }
    }

    /// - Parameter number: as it was typed, or as a telephony link brought it; what is no number stays to be corrected.
    public func begin(number: String?, by actor: Actor, in facts: TownFacts) async throws -> ID<Call> {
        guard actor.answersCalls, let person = actor.person else { throw Refusal.notFound }
        let form = CallForm(["phone": String((number ?? "").prefix(40))])
        let call = Call(id: house.world.id(), by: person, phone: form.phone, draft: form.fields, now: house.world.now())
        try await house.write(facts.town) { try Calls($0).insert(call) }
        return call.id
    }

    /// Somebody else's call: goes on with it. Harmless for whoever holds it.
    public func takeOver(_ id: ID<Call>, by actor: Actor, in facts: TownFacts) async throws {
        let now = house.world.now()
        try await house.write(facts.town) { scope in
            var call = try find(id, by: actor, in: scope)
            guard call.holder != actor.person else { return }
            try call.takeOver(by: actor, now: now)
            try Calls(scope).save(call)
            try journal(.readContact, by: actor, "calls", id.bytes, for: "call_taken_over", in: scope)
        }
    }

    /// A call that this person holds, may take over, or answers for.
    func find(_ id: ID<Call>, by actor: Actor, in scope: TownTransaction) throws -> Call {
        guard actor.answersCalls, let call = try Calls(scope).find(id),
            actor.runsDesk || [call.holder, call.begunBy].contains(actor.person)
        else { throw Refusal.notFound }
        return call
    }

    func journal(
        _ action: JournalEntry.Action, by actor: Actor, _ kind: String, _ subject: [UInt8]?, for purpose: String, in scope: TownTransaction
    ) throws {
        let entry = JournalEntry(
            at: house.world.now(), actor: actor.person, action: action, subjectKind: kind, subject: subject, purpose: purpose)
        try Journal(scope).append(entry, id: house.world.id())
    }
}
