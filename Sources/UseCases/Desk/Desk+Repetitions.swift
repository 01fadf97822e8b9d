import Domain
import Persistence

extension Desk {
    /// Needs that the same person, number or home asked for within the town's days. What is found about a call is in the journal once.
    func repetitions(of form: CallForm, call: ID<Call>, by actor: Actor, in facts: TownFacts) async throws -> [Repetition] {
        guard !form.filled.isEmpty else { return [] }
        let since = house.world.now() - .days(facts.town.settings.repeatDays)
        let spot = try await Placing(house).finding(PlaceForm(form.fields), in: facts)?.spot
        let (found, told) = try await house.read(facts.town) { scope in
            let people = try (form.phone.map { try People(scope).withPhone($0).map(\.id) } ?? []) + (form.known.map { [$0] } ?? [])
            let near = try DeskListing(scope).requests(of: people, at: spot, since: since).filter(actor.maySpeak)
            let names = try People(scope).find(Array(Set(near.flatMap { [$0.asker, $0.beneficiary] })))
            let earlier = near.filter { request in
                let theirs = [request.asker, request.beneficiary]
                return !Set(theirs).isDisjoint(with: people) || form.mayMean(theirs.compactMap { names[$0] })
            }
            return (form.repetitions(among: earlier, facts.categories), try Journal(scope).has(Self.repetition, about: call.bytes))
        }
        if !found.isEmpty, !told {
            try await house.write(facts.town) { scope in
                try journal(.searched, by: actor, "calls", call.bytes, for: Self.repetition, in: scope)
            }
        }
        return found
    }

    static let repetition = "repetition"

    /// « C’est la même »: the call is about that request, and the need is no longer one of this call. With no other need the call is over.
    /// - Returns: whether it is.
    public func join(
        _ need: Int, to request: ID<HelpRequest>, _ form: CallForm, of id: ID<Call>, seen: Int, by actor: Actor, in facts: TownFacts
    ) async throws -> Bool {
        let now = house.world.now()
        return try await house.write(facts.town) { scope in
            var (call, form) = (try find(id, by: actor, in: scope), form)
            guard let earlier = try HelpRequests(scope).find(request), actor.maySpeak(of: earlier) else { throw Refusal.notFound }
            form.join(need, to: request)
            try call.save(form, seen: seen, by: actor.person, now: now)
            try CallRequests(scope).insert(request, of: id, isMade: false, now: now)
            if form.filled.isEmpty { try call.end(as: .told, by: actor.person, now: now) }
            try Calls(scope).save(call)
            if call.state == .ended, let person = actor.person { try CallBacks(scope).settle(of: id, by: person, now: now) }
            return call.state == .ended
        }
    }

    /// « Ce n’était pas la même » : the need is one of this call again, with all that was typed of it.
    public func unjoin(
        _ need: Int, _ form: CallForm, of id: ID<Call>, seen: Int, by actor: Actor, in facts: TownFacts
    ) async throws {
        let now = house.world.now()
        try await house.write(facts.town) { scope in
            var (call, form) = (try find(id, by: actor, in: scope), form)
            guard let request = form.joined.first(where: { $0.need == need })?.request else { return }
            form.join(need, to: nil)
            form.note(other: request)
            try call.save(form, seen: seen, by: actor.person, now: now)
            try CallRequests(scope).unjoin(request, from: id)
            try Calls(scope).save(call)
        }
    }

    /// The same once the call is over: another begins, about what the caller was taken to have asked for already.
    public func takeUpAgain(_ id: ID<Call>, by actor: Actor, in facts: TownFacts) async throws -> ID<Call> {
        let now = house.world.now()
        return try await house.write(facts.town) { [house] scope in
            var ended = try find(id, by: actor, in: scope)
            guard let person = actor.person, ended.mayBeTakenUpAgain(by: person, now: now) else {
                throw Refusal(.conflict, "refusal.callEnded")
            }
            let joined = try CallRequests(scope).of(id)
            var form = CallForm(["phone": ended.phone?.spoken ?? ""])
            for (place, request) in joined.prefix(CallForm.mostNeeds).enumerated() {
                form[CallForm.name("category", place + 1)] = facts.category(request.category)?.key
                form.note(other: request.id)
                try CallRequests(scope).unjoin(request.id, from: id)
            }
            let call = Call(id: house.world.id(), by: person, phone: ended.phone, draft: form.fields, now: now)
            try Calls(scope).insert(call)
            ended.ending = .abandoned
            try Calls(scope).save(ended)
            return call.id
        }
    }

    /// « C’est une autre ».
    public func setApart(
        _ request: ID<HelpRequest>, _ form: CallForm, of id: ID<Call>, seen: Int, by actor: Actor, in facts: TownFacts
    ) async throws {
        var form = form
        form.note(other: request)
        _ = try await save(form, of: id, seen: seen, by: actor, in: facts)
    }
}
