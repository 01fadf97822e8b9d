import Database
import Domain
import Persistence
import Secrets

extension Desk {
    /// Makes a request of each need. Whoever answers holds the pen; the caller is the asker (C-07).
    /// - Throws: what is missing, all at once; `known` when the number is somebody's and the form does not say whether it is them;
    ///   `repetition` while nobody said whether an earlier request is the same.
    public func take(
        _ form: CallForm, of id: ID<Call>, seen: Int, by actor: Actor, language: String, in facts: TownFacts
    ) async throws -> [ID<HelpRequest>] {
        if let taken = try await taken(id, by: actor, in: facts) { return taken }
        let people = try await house.read(facts.town) { scope in
            let withNumber = try form.phone.map { try People(scope).withPhone($0) } ?? []
            let recognised = try form.known.flatMap { try People(scope).find($0) }
            return withNumber + (recognised.map { [$0] } ?? [])
        }
        let new = try form.read(try await Requests(house).choices(for: form.ask(1), in: facts), knowing: people.map(\.id))
        for (need, request) in zip(form.filled, new.requests) {
            let field = CallForm.name("details", need)
            try facts.town.settings.textGuard.reread(request.details, field: field, insisted: request.insists)
        }
        guard try await repetitions(of: form, call: id, by: actor, in: facts).isEmpty else {
            throw Refusal.invalid("repetition", "refusal.repetition")
        }
        let taking = CallTaking(
            call: id, form: form, seen: seen, new: new, actor: actor, language: language, town: facts.town, house: house)
        return try await write(taking, in: facts)
    }

    /// Sent twice, it was taken the first time.
    private func taken(_ id: ID<Call>, by actor: Actor, in facts: TownFacts) async throws -> [ID<HelpRequest>]? {
        try await house.read(facts.town) { scope in
            guard try find(id, by: actor, in: scope).ending == .requestTaken else { return nil }
            return try CallRequests(scope).of(id).map(\.id)
        }
    }

    /// The reference drawn may be another request's: the schema says so, and the next one is free.
    private func write(_ taking: CallTaking, in facts: TownFacts) async throws -> [ID<HelpRequest>] {
        for _ in 1...3 {
            do {
                return try await house.write(facts.town, listings: .needs) { try taking.write(self, in: $0) }
            } catch let error as DatabaseError where error.kind == .unique {}
        }
        throw Refusal(.conflict, "refusal.tryAgain")
    }
}

/// One transaction: the caller, each request, and the end of the call.
struct CallTaking: Sendable {
    let call: ID<Call>
    let form: CallForm
    let seen: Int
    let new: NewCall
    let actor: Actor
    let language: String
    let town: Town
    let house: House

    func write(_ desk: Desk, in scope: TownTransaction) throws -> [ID<HelpRequest>] {
        let now = house.world.now()
        var call = try desk.find(self.call, by: actor, in: scope)
        try call.save(form, seen: seen, by: actor.person, now: now)
        var heard = NewRequestRecord.Heard(asker: new.caller, sharesPhone: new.sharesPhone)
        let made = try new.requests.map { one in
            let record = NewRequestRecord(
                new: one, actor: actor, language: language, door: .phone, town: town, house: house, tracking: Token(), heard: heard)
            let request = try record.write(nil, in: scope)
            // One caller and one person helped, however many needs.
            heard.asker = request.asker
            heard.beneficiary = request.isForSomebodyElse ? request.beneficiary : nil
            try CallRequests(scope).insert(request.id, of: call.id, isMade: true, now: now)
            return request.id
        }
        call.caller = heard.asker
        try noteBirth(of: heard.asker, in: scope)
        try call.end(as: .requestTaken, by: actor.person, now: now)
        try Calls(scope).save(call)
        if let person = actor.person { try CallBacks(scope).settle(of: call.id, by: person, now: now) }
        return made
    }

    private func noteBirth(of caller: ID<Person>?, in scope: TownTransaction) throws {
        guard let bornOn = new.bornOn, var person = try caller.flatMap({ try People(scope).find($0) }), person.bornOn != bornOn else {
            return
        }
        person.bornOn = bornOn
        try People(scope).save(person)
    }
}
