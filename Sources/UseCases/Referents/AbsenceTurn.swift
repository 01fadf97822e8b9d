import Domain
import Persistence

/// Begins and ends absences inside a transaction. Each step is harmless at any time and any number of times: a request always has an
/// owner, and only ever goes from one to another.
struct AbsenceTurn {
    let house: House
    let town: Town
    let scope: TownTransaction
    let now: Moment
    /// Not after a restore: everybody was told the first time.
    var tells = true

    private var handed: HandedRequests { HandedRequests(scope) }

    /// All that the calendar says. Whatever changes owners by `Roles.owner` calls it first, so that what moves is remembered.
    func catchUp() throws {
        for var absence in try Absences(scope).due(at: now) { try run(&absence) }
    }

    /// What the calendar says of one.
    func run(_ absence: inout Absence) throws {
        guard absence.endedAt == nil else { return }
        if try now >= absence.until || !isReferent(absence.person) { return try end(&absence) }
        guard absence.isOn(at: now), absence.startedAt == nil else { return }
        absence.startedAt = now
        try Absences(scope).save(absence)
        try settle(besides: absence)
        for line in try handed.owned(by: absence.person) { try give(line, of: absence) }
    }

    /// What was given comes back, with what the quartier has received since.
    func end(_ absence: inout Absence) throws {
        absence.endedAt = now
        try Absences(scope).save(absence)
        let isBack = try isReferent(absence.person)
        for line in try handed.given(absence.id) {
            guard let owner = isBack ? absence.person : try Roles(scope).owner(for: line.place, at: now) else { continue }
            try handed.move(line.request, to: owner)
        }
        let standIns = try absence.colleague.map { [$0] } ?? Staff(scope).holding(.administrator) + desk(during: absence)
        for standIn in standIns where standIn != absence.person { try giveBack(from: standIn, of: absence) }
        try settle(besides: absence)
    }

    /// Whoever was on duty at the desk meanwhile, and whom the desk was handed to.
    private func desk(during absence: Absence) throws -> [ID<Person>] {
        let people = try Duties(scope).between(absence.startedAt ?? absence.from, now + .milliseconds(1)).compactMap(\.person)
        let administrators = Set(try Staff(scope).holding(.administrator))
        return Set(people).subtracting(administrators).sorted { $0.text < $1.text }
    }

    /// What others gave away is with whoever stands in for them now: this person came or went.
    private func settle(besides absence: Absence) throws {
        for other in try Absences(scope).open() where other.id != absence.id && other.startedAt != nil && other.isOn(at: now) {
            for line in try handed.given(other.id) { try give(line, of: other) }
        }
    }

    /// Whoever stood in no longer does.
    func withdrawColleague(_ absence: inout Absence) throws {
        guard let colleague = absence.colleague else { return }
        absence.colleague = nil
        try Absences(scope).save(absence)
        for line in try handed.given(absence.id) { try give(line, of: absence) }
        try giveBack(from: colleague, of: absence)
        if tells { try AbsenceLetters(house: house, town: town).declined(to: absence.person, in: scope) }
    }

    /// Somebody is no referent any more: neither away nor standing in.
    func forget(_ person: ID<Person>) throws {
        guard try !isReferent(person) else { return }
        for var absence in try Absences(scope).about(person) where absence.endedAt == nil {
            if absence.person == person { try end(&absence) } else { try withdrawColleague(&absence) }
        }
    }

    private func give(_ line: HandedRequests.Line, of absence: Absence) throws {
        let roles = Roles(scope)
        guard let holder = try standIn(for: absence) ?? roles.owner(for: line.place, at: now), holder != absence.person else { return }
        try handed.move(line.request, to: holder)
        try handed.remember(line.request, with: holder, for: absence.id)
    }

    /// What came to a stand-in during the absence goes to whom it belongs to now: back, or on if it was not theirs to guide.
    private func giveBack(from standIn: ID<Person>, of absence: Absence) throws {
        // Between the first moment and the sweep that notes it, new requests went to the stand-in already.
        guard absence.from <= now else { return }
        let since = absence.startedAt ?? absence.from
        let roles = Roles(scope)
        let actor = Actor(person: standIn, roles: try roles.acting(standIn, at: now))
        for line in try handed.received(by: standIn, since: since) {
            guard let owner = try roles.owner(for: line.place, at: now), owner != standIn else { continue }
            if owner == absence.person || !actor.mayGuide(line.place) { try handed.move(line.request, to: owner) }
        }
    }

    private func standIn(for absence: Absence) throws -> ID<Person>? {
        guard let colleague = absence.colleague, try isReferent(colleague) else { return nil }
        return try Absences(scope).open().contains { $0.person == colleague && $0.isOn(at: now) } ? nil : colleague
    }

    private func isReferent(_ person: ID<Person>) throws -> Bool { try Roles(scope).of(person).contains { $0.kind == .referent } }
}
