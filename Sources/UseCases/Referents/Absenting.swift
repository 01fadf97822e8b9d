import Domain
import Persistence

/// Handing a quartier over for the holidays: said by the referent, begun and ended by the calendar.
public struct Absenting: Sendable {
    let house: House

    public init(_ house: House) { self.house = house }

    public struct Known: Sendable {
        public var absence: Absence
        public var person: KnownGuide
        public var colleague: KnownGuide?
        /// The roles that somebody else fills meanwhile.
        public var roles: [Role]
    }

    public struct Board: Sendable {
        /// Not over: one's own, and those in which one stands in; an administrator's are the town's.
        public var absences: [Known]
        /// Who might stand in for this person.
        public var colleagues: [KnownGuide]
        /// Administrators who are no referents have no quartier to hand over.
        public var mayLeave: Bool
        public var now: Moment
    }

    public func board(by actor: Actor, in facts: TownFacts) async throws -> Board {
        guard actor.isGuide else { throw Refusal.notFound }
        let now = house.world.now()
        return try await house.read(facts.town) { scope in
            let absences = try Absences(scope).open().filter { $0.until > now && concerns($0, actor) }
            let colleagues = try Staff(scope).holding(.referent).filter { $0 != actor.person }
            let people = try People(scope).find(
                Array(Set(colleagues + absences.map(\.person) + absences.compactMap(\.colleague))))
            func guide(_ id: ID<Person>) -> KnownGuide { KnownGuide(id: id, name: people[id]?.shownName ?? "") }
            let known = try absences.map { absence in
                Known(
                    absence: absence, person: guide(absence.person), colleague: absence.colleague.map(guide),
                    roles: try Roles(scope).of(absence.person).filter { $0.kind == .referent })
            }
            return Board(
                absences: known,
                colleagues: colleagues.map(guide), mayLeave: actor.has(.referent), now: now)
        }
    }

    /// « Je pars » : the colleague is told by mail. It begins at once if the first day has come. The same twice is once.
    /// - Throws: fields; what cannot stand beside other absences.
    public func leave(_ form: AbsenceForm, by actor: Actor, in facts: TownFacts) async throws {
        guard actor.has(.referent), let person = actor.person else { throw Refusal.notFound }
        let now = house.world.now()
        try await house.write(facts.town) { [house] scope in
            let colleagues = try Staff(scope).holding(.referent).filter { $0 != person }
            let wanted = try form.read(colleagues, now: now, in: facts.town.timeZone)
            var absence = Absence(
                id: house.world.id(), person: person, colleague: wanted.colleague, from: wanted.from, until: wanted.until, saidAt: now)
            let others = try Absences(scope).open()
            guard !others.contains(where: absence.says) else { return }
            try absence.check(beside: others)
            try Absences(scope).insert(absence)
            try journal(.granted, actor, absence, in: scope)
            if let colleague = absence.colleague {
                try AbsenceLetters(house: house, town: facts.town).standIn(absence, to: colleague, in: scope)
            }
            try AbsenceTurn(house: house, town: facts.town, scope: scope, now: now).run(&absence)
        }
    }

    /// Back early, or not leaving after all: the referent or an administrator ends it. The same twice is once.
    public func end(_ id: ID<Absence>, by actor: Actor, in facts: TownFacts) async throws {
        let now = house.world.now()
        try await house.write(facts.town) { [house] scope in
            guard actor.isGuide, var absence = try Absences(scope).find(id), actor.has(.administrator) || absence.person == actor.person
            else {
                throw Refusal.notFound
            }
            guard absence.endedAt == nil else { return }
            try AbsenceTurn(house: house, town: facts.town, scope: scope, now: now).end(&absence)
            try journal(.revoked, actor, absence, in: scope)
            if let colleague = absence.colleague {
                try AbsenceLetters(house: house, town: facts.town).ended(to: colleague, in: scope)
            }
        }
    }

    /// The colleague cannot: the next owner of each quartier answers, and the absent referent is told.
    public func decline(_ id: ID<Absence>, by actor: Actor, in facts: TownFacts) async throws {
        let now = house.world.now()
        try await house.write(facts.town) { [house] scope in
            guard actor.isGuide, let person = actor.person, var absence = try Absences(scope).find(id), absence.endedAt == nil,
                absence.colleague == person
            else { throw Refusal.notFound }
            try AbsenceTurn(house: house, town: facts.town, scope: scope, now: now).withdrawColleague(&absence)
            try journal(.decided, actor, absence, in: scope)
        }
    }

    private func concerns(_ absence: Absence, _ actor: Actor) -> Bool {
        actor.has(.administrator) || absence.person == actor.person || absence.colleague == actor.person
    }

    private func journal(_ action: JournalEntry.Action, _ actor: Actor, _ absence: Absence, in scope: TownTransaction) throws {
        let entry = JournalEntry(
            at: house.world.now(), actor: actor.person, action: action, subjectKind: "people", subject: absence.person.bytes,
            purpose: "absence")
        try Journal(scope).append(entry, id: house.world.id())
    }
}
