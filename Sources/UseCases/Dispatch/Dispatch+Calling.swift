import Domain
import Persistence

/// One volunteer on the telephone: the number, and what to say.
public struct OpenedDispatchCall: Sendable {
    public var call: DispatchCall
    public var request: HelpRequest
    public var helper: Person
    public var askerName: String
    /// How many times they were rung about it before.
    public var attempts: Int
    /// Nobody has said yes meanwhile.
    public var isWanted: Bool
    public var now: Moment
}

extension Dispatch {
    /// Begins to ring: the next on the list, or somebody who was suggested or found. For a quarter of an hour nobody else rings them; whoever is
    /// in a call for this request goes on with it.
    /// - Throws: `refusal.dispatch.nobodyToRing`; `refusal.dispatch.held` while somebody else rings them; `refusal.dispatch.nightCall`.
    public func ring(
        _ helper: ID<Person>? = nil, about id: ID<HelpRequest>, contact: String? = nil, by actor: Actor, in facts: TownFacts
    ) async throws -> ID<DispatchCall> {
        try await house.write(facts.town) { [house] scope in
            let suggesting = try Suggesting(house, facts, scope, try open(id, by: actor, in: scope), by: actor)
            guard let caller = actor.person else { throw Refusal.notFound }
            let calls = try DispatchCalls(scope).about(id)
            if let own = calls.last(where: { $0.caller == caller && $0.isHeld(at: suggesting.now) }) { return own.id }
            let known = try suggesting.helpers() + (contact.map(suggesting.helpers) ?? [])
            guard let chosen = try chosen(helper, among: known, suggesting) else {
                throw Refusal(.conflict, "refusal.dispatch.nobodyToRing")
            }
            try lapse(chosen, suggesting)
            let call = DispatchCall(id: house.world.id(), request: id, helper: chosen, caller: caller, begunAt: suggesting.now)
            try DispatchCalls(scope).insert(call)
            return call.id
        }
    }

    private func chosen(_ helper: ID<Person>?, among known: [SuggestedHelper], _ suggesting: Suggesting) throws -> ID<Person>? {
        guard let next = helper ?? CallingList(known, now: suggesting.now).next else { return nil }
        guard let one = known.first(where: { $0.person == next }) else { throw Refusal.notFound }
        if one.isBusy { throw Refusal(.conflict, "refusal.dispatch.held") }
        guard one.mayBeRung else { throw Refusal(.conflict, "refusal.notAvailable") }
        if suggesting.isNight, try !mayBeRungByNight(next, suggesting) { throw Refusal(.conflict, "refusal.dispatch.nightCall") }
        return next
    }

    private func mayBeRungByNight(_ helper: ID<Person>, _ suggesting: Suggesting) throws -> Bool {
        guard suggesting.request.urgency >= .urgent else { return false }
        return try Helpers(suggesting.scope).find(helper)?.mayBeAskedByNight == true
    }

    /// What somebody began and did not end no longer holds anybody.
    private func lapse(_ helper: ID<Person>, _ suggesting: Suggesting) throws {
        for var open in try DispatchCalls(suggesting.scope).open(to: [helper]) {
            open.lapse(at: suggesting.now)
            try DispatchCalls(suggesting.scope).save(open)
        }
    }

    /// Name and number of the one who is rung; the journal keeps that they were read. Only whoever rings sees them, and only while they do.
    public func openCall(_ id: ID<DispatchCall>, by actor: Actor, in facts: TownFacts) async throws -> OpenedDispatchCall {
        let now = house.world.now()
        return try await house.write(facts.town) { scope in
            let (call, request) = try own(id, by: actor, in: scope)
            let people = try People(scope).find([call.helper, request.asker])
            guard let helper = people[call.helper] else { throw Refusal.notFound }
            try journal(.readContact, by: actor, "people", helper.id.bytes, for: "dispatch_call", in: scope)
            let before = try DispatchCalls(scope).about(request.id).filter { $0.helper == helper.id && $0.id != call.id }
            return OpenedDispatchCall(
                call: call, request: request, helper: helper, askerName: people[request.asker]?.firstName ?? "", attempts: before.count,
                isWanted: request.status == .open, now: now)
        }
    }

    /// What came of it. A yes is a match, a no keeps the waves away from them too.
    ///
    /// The same twice is once.
    /// - Throws: fields; for a yes, `refusal.alreadyMatched` or why the rules forbid it.
    @discardableResult
    public func note(
        _ form: DispatchOutcomeForm, of id: ID<DispatchCall>, by actor: Actor, in facts: TownFacts
    ) async throws -> DispatchCall {
        let now = house.world.now()
        let clock = RungClock(facts.town, at: now)
        let outcome = try form.read(now: now, clock: clock, in: facts.town.timeZone)
        return try await house.write(facts.town, listings: outcome == .yes ? true : []) { [house] scope in
            if let noted = try DispatchCalls(scope).find(id), noted.caller == actor.person, noted.result == outcome.result { return noted }
            var (call, request) = try own(id, by: actor, in: scope)
            if outcome == .yes {
                guard request.status == .open else { throw Matching.alreadyMatched }
                try begin(call.helper, Suggesting(house, facts, scope, request, by: actor))
            }
            call.note(outcome, now: now, clock: clock)
            try DispatchCalls(scope).save(call)
            if outcome.wasReached {
                try HelperPool(scope).markAsked([call.helper], now: now)
                try People(scope).noteSeen(call.helper, now: now)
            }
            if outcome == .no { try refuse(call, request, in: scope, now: now) }
            return call
        }
    }

    /// They want to be rung no more. For those without an account, who cannot say so themselves; what was said of trust is kept for a return.
    public func stop(_ id: ID<DispatchCall>, by actor: Actor, in facts: TownFacts) async throws -> DispatchCall {
        let now = house.world.now()
        return try await house.write(facts.town, listings: true) { scope in
            var (call, request) = try own(id, by: actor, in: scope)
            guard try People(scope).find(call.helper)?.hasAccount == false, var helper = try Helpers(scope).find(call.helper) else {
                throw Refusal.notFound
            }
            helper.isActive = false
            try Helpers(scope).save(helper)
            call.note(.no, now: now, clock: RungClock(facts.town, at: now))
            try DispatchCalls(scope).save(call)
            try refuse(call, request, in: scope, now: now)
            try journal(.revoked, by: actor, "people", helper.person.bytes, for: "helper_by_phone", in: scope)
            return call
        }
    }

    /// They said by voice what their mail asked.
    private func refuse(_ call: DispatchCall, _ request: HelpRequest, in scope: TownTransaction, now: Moment) throws {
        guard let ask = try Asks(scope).find(request.id, helper: call.helper), ask.answer == nil else { return }
        try Asks(scope).answer(ask.id, .no, now: now)
        guard request.status == .open, request.rung.asksHelpers, try Asks(scope).open(for: request.id).isEmpty else { return }
        try Ladder.schedule(request.id, at: now, in: scope)
    }

    private func own(_ id: ID<DispatchCall>, by actor: Actor, in scope: TownTransaction) throws -> (DispatchCall, HelpRequest) {
        guard let call = try DispatchCalls(scope).find(id), call.mayBeNoted(by: actor.person) else { throw Refusal.notFound }
        return (call, try dispatched(call.request, by: actor, in: scope))
    }
}
