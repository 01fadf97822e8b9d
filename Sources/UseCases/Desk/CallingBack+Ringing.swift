import Domain
import Persistence

/// One person on the telephone: all that is to be told them, and when they were tried.
public struct HeldCaller: Sendable {
    public var key: CallerKey
    /// Nil for a number that the town does not know.
    public var person: Person?
    /// About requests, the most pressing first.
    public var calls: [OpenedCall]
    public var promises: [CallBack]
    public var attempts: [CallAttempt]
    /// Parts of the day in which nobody tried.
    public var untried: [CallHours.Part]
    /// When the next try would be, should nobody answer.
    public var next: Moment
    public var now: Moment

    public var name: String? { person?.fullName ?? promises.first?.name }
    public var phone: PhoneNumber? { person?.phone ?? promises.first?.phone }
    /// Something that is told by being said.
    public var canBeTold: Bool { !promises.isEmpty || calls.contains { $0.ringBack.reason.results.contains(.told) } }
    /// Of all that is open: a form that knows of another number was overtaken.
    public var tries: Int { calls.map(\.ringBack.attempts).reduce(0, +) + promises.map(\.attempts).reduce(0, +) }
}

extension CallingBack {
    /// What is on the screen while somebody is rung; whoever looks holds them anew.
    /// - Throws: `notFound` for whoever does not hold them.
    public func open(_ caller: CallerKey, by actor: Actor, in facts: TownFacts) async throws -> HeldCaller {
        let now = house.world.now()
        return try await house.write(facts.town) { scope in
            try requireHold(caller, by: actor, in: scope, now: now)
            try actor.person.map { try CallLocks(scope).take(CallLock(caller: caller, holder: $0, until: now + CallLock.lifetime)) }
            return try held(caller, by: actor, facts, in: scope, now: now)
        }
    }

    func held(_ caller: CallerKey, by actor: Actor, _ facts: TownFacts, in scope: TownTransaction, now: Moment) throws -> HeldCaller {
        var (calls, promises): ([OpenedCall], [CallBack]) = ([], [])
        for item in try CallQueueListing(scope).of(caller).sorted(by: { $0.dueAt < $1.dueAt }) {
            switch item {
            case .promise(let promise): promises.append(promise)
            case .request(let call):
                guard let request = try HelpRequests(scope).find(call.ringBack.request) else { continue }
                calls.append(try Referents(house).opened(call.ringBack, request, facts, in: scope, now: now))
            }
        }
        let attempts = try CallAttempts(scope).of(caller, since: now - CallAttempt.kept)
        let hours = CallHours(attempts, in: facts.town.timeZone)
        return HeldCaller(
            key: caller, person: try caller.person.flatMap { try People(scope).find($0) }, calls: calls, promises: promises,
            attempts: attempts, untried: hours.untried, next: hours.next(after: now, RungClock(facts.town, at: now)), now: now)
    }

    func requireHold(_ caller: CallerKey, by actor: Actor, in scope: TownTransaction, now: Moment) throws {
        guard actor.runsDesk, let person = actor.person else { throw Refusal.notFound }
        if try CallLocks(scope).find(caller, now: now)?.holds(against: person, now) == true {
            throw Refusal(.conflict, "refusal.callerHeld")
        }
        guard try CallLocks(scope).held(by: person, now: now) == caller else { throw Refusal(.conflict, "refusal.callerNotHeld") }
    }

    /// What came of the call, for all that there was to say; an answer to a question is noted where it is asked.
    ///
    /// The same form sent twice counts once: it says how many tries it knew of.
    /// - Parameters:
    ///   - later: the time that they asked for, typed.
    ///   - dictated: words for the helper who wrote.
    public func note(
        _ result: CallAttempt.Result, later: CallBackForm = CallBackForm(), dictated: String? = nil, of caller: CallerKey,
        knowing tries: Int, by actor: Actor, in facts: TownFacts
    ) async throws {
        let now = house.world.now()
        let zone = facts.town.timeZone
        let asked = result == .later ? try later.time(now: now, in: zone) : nil
        var reader = FormReader()
        let words = reader.text("answer", dictated, atMost: 1_000)
        try reader.finish()
        try await house.write(facts.town) { scope in
            try requireHold(caller, by: actor, in: scope, now: now)
            let held = try held(caller, by: actor, facts, in: scope, now: now)
            guard held.tries == tries, let person = actor.person else { return }
            let clock = RungClock(facts.town, at: now)
            let next = asked ?? (result == .leftMessage ? clock.waking(atOrAfter: now + RingBack.afterMessage) : held.next)
            for call in held.calls { try note(result, call, next, words, by: person, facts.town, in: scope, now: now) }
            for var promise in held.promises {
                promise.note(result, by: person, now: now, next: next)
                try CallBacks(scope).save(promise)
            }
            try CallAttempts(scope).insert(CallAttempt(caller: caller, at: now, by: person, result: result), id: house.world.id())
            if let asked { try promise(at: asked, to: held, by: person, in: scope, now: now) }
            if try result != .told || CallQueueListing(scope).of(caller).isEmpty { try CallLocks(scope).release(holder: person) }
        }
    }

    /// An hour that they asked for rings the screen, whatever it is about.
    private func promise(at moment: Moment, to held: HeldCaller, by person: ID<Person>, in scope: TownTransaction, now: Moment) throws {
        guard held.promises.isEmpty, let phone = held.person?.phone else { return }
        let promise = CallBack(
            id: house.world.id(), reason: .promised, phone: phone, caller: held.key.person, by: person, createdAt: now, dueAt: moment)
        try CallBacks(scope).insert(promise)
    }

    /// One thing that need not be said any more.
    public func settle(_ id: ID<RingBack>, of caller: CallerKey, by actor: Actor, in facts: TownFacts) async throws {
        let now = house.world.now()
        try await house.write(facts.town) { scope in
            try requireHold(caller, by: actor, in: scope, now: now)
            guard var ringBack = try RingBacks(scope).find(id), let person = actor.person, ringBack.person == caller.person,
                ringBack.doneAt == nil, ringBack.reason.results.contains(.settled)
            else { return }
            ringBack.note(.settled, by: person, now: now, clock: RungClock(facts.town, at: now))
            try RingBacks(scope).save(ringBack)
        }
    }

    private func note(
        _ result: CallAttempt.Result, _ call: OpenedCall, _ next: Moment, _ words: String?, by person: ID<Person>, _ town: Town,
        in scope: TownTransaction, now: Moment
    ) throws {
        var ringBack = call.ringBack
        let clock = RungClock(town, at: now)
        switch result {
        case .told:
            guard ringBack.reason.results.contains(.told) else { return }
            ringBack.note(.told, by: person, now: now, clock: clock)
            if ringBack.reason == .message, let words {
                try Referents(house).pass(words, of: ringBack.person, about: call.request, by: person, town, in: scope, now: now)
            }
        case .leftMessage: ringBack.note(.leftMessage, by: person, now: now, clock: clock)
        case .noAnswer: ringBack.note(.noAnswer, by: person, now: now, clock: clock)
        case .later: ringBack.attempts += 1
        }
        if ringBack.doneAt == nil { ringBack.dueAt = next }
        try RingBacks(scope).save(ringBack)
    }
}
