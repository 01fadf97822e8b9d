import Domain
import Persistence

extension CallingBack {
    /// Somebody rang while nobody answered, or wants to be rung: whoever answers calls may write it down.
    /// - Throws: what is missing or wrong, all at once.
    public func promise(_ form: CallBackForm, by actor: Actor, in facts: TownFacts) async throws {
        guard actor.answersCalls, let person = actor.person else { throw Refusal.notFound }
        let now = house.world.now()
        let promise = try form.read(id: house.world.id(), by: person, now: now, in: facts.town.timeZone)
        try await house.write(facts.town) { [promise] scope in
            let known = try People(scope).withPhone(promise.phone)
            var promise = promise
            // A number of several people is rung as a number: who lifts it says who they are.
            promise.caller = known.count == 1 ? known[0].id : nil
            try CallBacks(scope).insert(promise)
        }
    }

    /// « Rappelez-moi à seize heures », or the line broke: the call is kept, and the desk rings to go on with it.
    /// - Throws: what is wrong with the time or the number; `conflict` where somebody else wrote meanwhile.
    public func promise(
        _ form: CallBackForm, _ typed: CallForm, of id: ID<Call>, seen: Int, by actor: Actor, in facts: TownFacts
    ) async throws {
        guard let person = actor.person else { throw Refusal.notFound }
        let now = house.world.now()
        var form = form
        form.fields["phone"] = typed["phone"]
        var promise = try form.read(id: house.world.id(), by: person, now: now, in: facts.town.timeZone)
        (promise.call, promise.caller) = (id, typed.known)
        promise.name = ["firstName", "lastName"].compactMap { typed[$0] }.joined(separator: " ")
        try await house.write(facts.town) { [promise] scope in
            var call = try Desk(house).find(id, by: actor, in: scope)
            try call.save(typed, seen: seen, by: person, now: now)
            try call.keep(by: person, now: now)
            try Calls(scope).save(call)
            try CallBacks(scope).settle(of: id, by: person, now: now)
            var promise = promise
            promise.caller = try promise.caller.flatMap { try People(scope).find($0)?.id }
            if promise.name?.isEmpty == true { promise.name = nil }
            try CallBacks(scope).insert(promise)
        }
    }
}
