import Domain
import Persistence

/// What is open at the end of a shift, the word for whoever follows, and its reading.
public struct HandingOver: Sendable {
    /// A word that nobody read for so long is in nobody's way any more.
    static let shown = Duration.days(3)
    let house: House

    public init(_ house: House) { self.house = house }

    /// The shift that somebody is about to end; nil where they are on none.
    public struct Standing: Sendable {
        public var duty: Duty
        public var calls: [Desk.Line]
        public var requests: [HelpRequest]
        public var promises: [DueCall]
        /// Who follows, and whether they are on the roster or an administrator answers.
        public var next: KnownGuide?
        public var isRostered: Bool
        public var now: Moment
    }

    public func standing(by actor: Actor, in facts: TownFacts) async throws -> Standing? {
        guard actor.answersCalls, let person = actor.person else { throw Refusal.notFound }
        let (house, now) = (house, house.world.now())
        return try await house.read(facts.town) { scope in
            guard let duty = try Self.current(of: person, at: now, in: scope) else { return nil }
            let turn = DutyTurn(house: house, town: facts.town, scope: scope, now: now)
            let (load, relief) = (try turn.load(of: person), try turn.relief(of: duty))
            let name = try relief.flatMap { try People(scope).find($0.person)?.shownName }
            return Standing(
                duty: duty, calls: load.calls.map { Desk.Line(call: $0, holderName: "") }, requests: load.requests,
                promises: load.promises, next: relief.map { KnownGuide(id: $0.person, name: name ?? "") },
                isRostered: relief?.duty != nil, now: now)
        }
    }

    /// One press, one transaction. Pressed twice, it was done the first time.
    public func handOver(_ form: HandOverForm, of id: ID<Duty>, by actor: Actor, in facts: TownFacts) async throws {
        guard actor.answersCalls, let person = actor.person else { throw Refusal.notFound }
        let note = try form.read()
        let (house, now) = (house, house.world.now())
        try await house.write(facts.town) { scope in
            guard let duty = try Duties(scope).find(id), duty.person == person else { throw Refusal.notFound }
            guard duty.onFrom <= now else { throw Refusal(.conflict, "refusal.dutyNotBegun") }
            try DutyTurn(house: house, town: facts.town, scope: scope, now: now).handOver(duty, note: note, by: person)
        }
    }

    /// At the desk: who is on, and what the last shift left to be read.
    public struct AtDesk: Sendable {
        public struct OnDuty: Sendable {
            public var name: String
            public var until: Moment
        }
        public struct Word: Sendable {
            public var handOver: HandOver
            public var giverName: String
        }
        public var on: [OnDuty]
        public var words: [Word]
        /// Whether who looks has a shift to hand over.
        public var isOn: Bool
    }

    public func atDesk(by actor: Actor, in facts: TownFacts) async throws -> AtDesk {
        guard actor.answersCalls, let person = actor.person else { throw Refusal.notFound }
        let now = house.world.now()
        return try await house.read(facts.town) { scope in
            let on = try Duties(scope).on(at: now)
            let unread = try HandOvers(scope).unread(since: now - Self.shown).filter { Self.mayRead($0, person, on) }
            let people = try People(scope).find(Array(Set(on.compactMap(\.person) + unread.map(\.giver))))
            func name(_ id: ID<Person>?) -> String { id.flatMap { people[$0]?.shownName } ?? "" }
            return AtDesk(
                on: on.map { AtDesk.OnDuty(name: name($0.person), until: $0.onUntil) },
                words: unread.map { AtDesk.Word(handOver: $0, giverName: name($0.giver)) },
                isOn: try Self.current(of: person, at: now, in: scope) != nil)
        }
    }

    public func read(_ id: ID<HandOver>, by actor: Actor, in facts: TownFacts) async throws {
        guard actor.answersCalls, let person = actor.person else { throw Refusal.notFound }
        let now = house.world.now()
        try await house.write(facts.town) { scope in
            guard let one = try HandOvers(scope).find(id), Self.mayRead(one, person, try Duties(scope).on(at: now)) else {
                throw Refusal.notFound
            }
            try HandOvers(scope).markRead(id, by: person, now: now)
        }
    }

    /// Whoever it was given to, and whoever is on in their place.
    private static func mayRead(_ one: HandOver, _ person: ID<Person>, _ on: [Duty]) -> Bool {
        one.taker == person || (one.giver != person && on.contains { $0.person == person })
    }

    /// The shift that is on, or was until a moment ago.
    private static func current(of person: ID<Person>, at now: Moment, in scope: TownTransaction) throws -> Duty? {
        try Duties(scope).between(now - Duty.grace, now + Duty.gap).last {
            $0.person == person && $0.handedAt == nil && $0.onFrom <= now
        }
    }
}
