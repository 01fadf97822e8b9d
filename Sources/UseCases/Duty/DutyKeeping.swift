import Domain
import Foundation
import Persistence

/// The roster of the phone desk (permanence): who is on and when, by day and by night.
public struct DutyKeeping: Sendable {
    let house: House

    public init(_ house: House) { self.house = house }

    /// A week of the roster; to whoever does not answer calls nothing of it exists.
    public struct Roster: Sendable {
        public var week: CivilWeek
        public var duties: [Duty]
        /// Of everybody who is on, or may be put down.
        public var names: [ID<Person>: String]
        public var people: [KnownGuide]
        /// When nobody is.
        public var gaps: [DutyGap]
        public var now: Moment
    }

    public func roster(_ week: CivilWeek?, by actor: Actor, in facts: TownFacts) async throws -> Roster {
        guard actor.answersCalls else { throw Refusal.notFound }
        let (now, zone) = (house.world.now(), facts.town.timeZone)
        let week = week ?? CivilWeek(CivilDay(now, in: zone))
        let (from, until) = Self.span(of: week, in: zone)
        return try await house.read(facts.town) { scope in
            let duties = try Duties(scope).between(from, until)
            let able = try Self.able(in: scope)
            let people = try People(scope).find(Array(Set(able + duties.compactMap(\.person))))
            return Roster(
                week: week, duties: duties, names: people.mapValues(\.shownName),
                people: able.map { KnownGuide(id: $0, name: people[$0]?.shownName ?? "") },
                gaps: DutyGap.among(duties, from: from, until: until), now: now)
        }
    }

    /// A shift for somebody, or one that is still to be taken. The same twice is two: two people may be on together.
    /// - Throws: fields; caps that nobody insisted on breaking.
    public func add(_ form: DutyForm, by actor: Actor, in facts: TownFacts) async throws {
        guard actor.runsRoster else { throw Refusal.notFound }
        try await write(in: facts) { scope, now in
            let wanted = try form.read(try Self.able(in: scope), now: now, in: facts.town.timeZone)
            var duty = Duty(id: house.world.id(), from: wanted.from, until: wanted.until)
            if let person = wanted.person { try put(person, on: &duty, form, by: actor, facts, in: scope, now) }
            try Duties(scope).insert(duty)
        }
    }

    /// « Je prends cette permanence ».
    public func take(_ id: ID<Duty>, by actor: Actor, in facts: TownFacts) async throws {
        guard actor.answersCalls, let person = actor.person else { throw Refusal.notFound }
        try await change(id, in: facts) { duty, scope, now in
            guard duty.person != person else { return }
            try duty.take(person, now: now)
            try caps(of: person, on: duty, facts, in: scope).refuse(by: facts.town.settings.duty)
        }
    }

    /// One's own, before it begins: somebody is wanted again.
    public func leave(_ id: ID<Duty>, by actor: Actor, in facts: TownFacts) async throws {
        guard actor.answersCalls else { throw Refusal.notFound }
        try await change(id, in: facts) { duty, _, now in
            guard let person = duty.person else { return }
            guard person == actor.person || actor.runsRoster else { throw Refusal.notFound }
            try duty.leave(now: now)
        }
    }

    public func put(_ form: DutyForm, on id: ID<Duty>, by actor: Actor, in facts: TownFacts) async throws {
        guard actor.runsRoster else { throw Refusal.notFound }
        try await change(id, in: facts) { duty, scope, now in
            let person = try form.person(among: try Self.able(in: scope))
            try put(person, on: &duty, form, by: actor, facts, in: scope, now)
        }
    }

    /// A shift that is not needed after all. What has begun stays.
    public func remove(_ id: ID<Duty>, by actor: Actor, in facts: TownFacts) async throws {
        guard actor.runsRoster else { throw Refusal.notFound }
        try await write(in: facts) { scope, now in
            guard let duty = try Duties(scope).find(id) else { return }
            guard duty.from > now || (duty.person == nil && duty.until > now) else { throw Refusal(.conflict, "refusal.dutyBegun") }
            try Duties(scope).delete(id)
        }
    }

    /// The same shifts a week later, with the same people where their caps hold. Pressed twice, it adds nothing.
    public func copy(_ week: CivilWeek, by actor: Actor, in facts: TownFacts) async throws {
        guard actor.runsRoster else { throw Refusal.notFound }
        let zone = facts.town.timeZone
        try await write(in: facts) { scope, now in
            let (from, until) = Self.span(of: week, in: zone)
            let next = Self.span(of: week.adding(weeks: 1), in: zone)
            var there = try Duties(scope).between(next.0, next.1)
            let able = try Self.able(in: scope)
            for one in try Duties(scope).between(from, until) where one.from >= from {
                var duty = one.repeated(weeks: 1, id: house.world.id(), in: zone)
                // Those that were there before count once each.
                if let same = there.firstIndex(where: { $0.from == duty.from && $0.until == duty.until }) {
                    there.remove(at: same)
                    continue
                }
                guard duty.until > now else { continue }
                if let person = one.person, able.contains(person), try fits(person, duty, facts, in: scope) { duty.person = person }
                try Duties(scope).insert(duty)
            }
        }
    }

    private func fits(_ person: ID<Person>, _ duty: Duty, _ facts: TownFacts, in scope: TownTransaction) throws -> Bool {
        do { return try caps(of: person, on: duty, facts, in: scope).isEmpty } catch is Refusal { return false }
    }

    private func put(
        _ person: ID<Person>, on duty: inout Duty, _ form: DutyForm, by actor: Actor, _ facts: TownFacts, in scope: TownTransaction,
        _ now: Moment
    ) throws {
        let broken = try caps(of: person, on: duty, facts, in: scope)
        let isInsisting = form.insists && actor.mayInsistOnDuty
        if !isInsisting { try broken.refuse(by: facts.town.settings.duty) }
        try duty.put(person, over: broken, now: now)
        try journal(broken.isEmpty ? "duty" : "duty_over_caps", of: person, by: actor, in: scope, now)
    }

    private func caps(of person: ID<Person>, on duty: Duty, _ facts: TownFacts, in scope: TownTransaction) throws -> Set<DutyCaps.Cap> {
        let around = try Duties(scope).between(duty.from - .days(8), duty.until + .days(8)).filter { $0.person == person }
        return try facts.town.settings.duty.broken(by: duty, beside: around, in: facts.town.timeZone)
    }

    /// Everybody who may be on duty, each once.
    static func able(in scope: TownTransaction) throws -> [ID<Person>] {
        var known: Set<ID<Person>> = []
        return try Role.Kind.onDuty.flatMap { try Staff(scope).holding($0) }.filter { known.insert($0).inserted }
    }

    static func span(of week: CivilWeek, in zone: TimeZone) -> (Moment, Moment) {
        (week.monday.midnight(in: zone), week.adding(weeks: 1).monday.midnight(in: zone))
    }

    private func change(
        _ id: ID<Duty>, in facts: TownFacts, _ change: @escaping @Sendable (inout Duty, TownTransaction, Moment) throws -> Void
    ) async throws {
        try await write(in: facts) { scope, now in
            guard var duty = try Duties(scope).find(id) else { throw Refusal.notFound }
            try change(&duty, scope, now)
            try Duties(scope).save(duty)
        }
    }

    private func write(in facts: TownFacts, _ body: @escaping @Sendable (TownTransaction, Moment) throws -> Void) async throws {
        let now = house.world.now()
        try await house.write(facts.town) { try body($0, now) }
    }

    private func journal(_ purpose: String, of person: ID<Person>, by actor: Actor, in scope: TownTransaction, _ now: Moment) throws {
        let entry = JournalEntry(
            at: now, actor: actor.person, action: .decided, subjectKind: "people", subject: person.bytes, purpose: purpose)
        try Journal(scope).append(entry, id: house.world.id())
    }
}
