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
            form.drop(need: need)
            try call.save(form, seen: seen, by: actor.person, now: now)
            try CallRequests(scope).insert(request, of: id, isMade: false, now: now)
            if form.filled.isEmpty { try call.end(as: .told, by: actor.person, now: now) }
            try Calls(scope).save(call)
            if call.state == .ended, let person = actor.person { try CallBacks(scope).settle(of: id, by: person, now: now) }
            return call.state == .ended
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
