import Domain
import Persistence

/// The one decision that changes the clocks, the waves and the texts of a town, and the way back.
public struct CrisisSwitch: Sendable {
    static let shownDecisions = 50
    let house: House

    public init(_ house: House) { self.house = house }

    public struct Known: Sendable {
        public var crisis: Crisis
        /// Empty for somebody who is not known any more.
        public var deciderName: String
        /// Nil when its date ended it, or while it goes on.
        public var enderName: String?
    }

    public struct Board: Sendable {
        public var current: Known?
        /// Over, newest first.
        public var past: [Known]
        public var now: Moment
    }

    public func board(by actor: Actor, in facts: TownFacts) async throws -> Board {
        guard actor.has(.administrator) else { throw Refusal.notFound }
        let now = house.world.now()
        return try await house.read(facts.town) { scope in
            let crises = try Crises(scope).latest(Self.shownDecisions)
            let people = try People(scope).find(Array(Set(crises.flatMap { [$0.decidedBy, $0.endedBy].compactMap(\.self) })))
            func name(_ id: ID<Person>) -> String { people[id]?.shownName ?? "" }
            let known = crises.map { Known(crisis: $0, deciderName: name($0.decidedBy), enderName: $0.endedBy.map(name)) }
            return Board(
                current: known.first { $0.crisis.isOn(at: now) }, past: known.filter { !$0.crisis.isOn(at: now) }, now: now)
        }
    }

    /// Switches it on, or decides a new end while it is on. The same twice is once.
    public func decide(_ form: CrisisForm, by actor: Actor, in facts: TownFacts) async throws {
        guard actor.has(.administrator), let person = actor.person else { throw Refusal.notFound }
        let now = house.world.now()
        let wanted = try form.read(now: now, in: facts.town.timeZone)
        try await house.write(facts.town, listings: true) { [house] scope in
            let turn = CrisisTurn(house: house, town: facts.town, scope: scope, now: now)
            try turn.catchUp()
            let present = try Crises(scope).open()
            if let present, present.says(wanted, by: person) { return }
            if let present { try turn.end(present, by: person) }
            let crisis = Crisis(id: house.world.id(), decidedBy: person, reason: wanted.reason, from: now, until: wanted.until)
            try turn.begin(crisis, goingOn: present != nil)
            try journal(.decided, actor, crisis, in: scope)
        }
        try await house.towns.refresh()
    }

    /// Ends it before its date. The same twice is once.
    public func end(by actor: Actor, in facts: TownFacts) async throws {
        guard actor.has(.administrator), let person = actor.person else { throw Refusal.notFound }
        let now = house.world.now()
        try await house.write(facts.town, listings: true) { [house] scope in
            let turn = CrisisTurn(house: house, town: facts.town, scope: scope, now: now)
            try turn.catchUp()
            guard let present = try Crises(scope).open() else { return }
            try turn.end(present, by: person)
            try turn.leave(present)
            try journal(.revoked, actor, present, in: scope)
        }
        try await house.towns.refresh()
    }

    private func journal(_ action: JournalEntry.Action, _ actor: Actor, _ crisis: Crisis, in scope: TownTransaction) throws {
        let entry = JournalEntry(
            at: house.world.now(), actor: actor.person, action: action, subjectKind: "crises", subject: crisis.id.bytes, purpose: "crisis")
        try Journal(scope).append(entry, id: house.world.id())
    }
}
