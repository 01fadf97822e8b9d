import Domain
import Persistence

extension Desk {
    /// A call as the screen shows it.
    public struct Opened: Sendable {
        public var call: Call
        public var form: CallForm
        /// Nil while this person holds it; else who does, and whether it may be taken over. Then nothing that was typed is in here.
        public var holder: Holder?
        public var repetitions: [Repetition] = []
        /// Who may be calling.
        public var finding = CallerFinding.nobody
        /// Who is.
        public var card: CallerCard?
        public var now: Moment
    }

    public struct Holder: Sendable {
        public var name: String
        public var mayTakeOver: Bool
    }

    public func open(_ id: ID<Call>, by actor: Actor, in facts: TownFacts) async throws -> Opened {
        let now = house.world.now()
        let (call, holder) = try await house.read(facts.town) { scope -> (Call, Holder?) in
            var call = try find(id, by: actor, in: scope)
            guard call.holder != actor.person else { return (call, nil) }
            let name = try People(scope).find(call.holder)?.shownName ?? ""
            (call.draft, call.phone) = ([:], nil)
            return (call, Holder(name: name, mayTakeOver: call.mayBeTakenOver(by: actor, now: now)))
        }
        let form = CallForm(call.draft)
        var opened = Opened(call: call, form: form, holder: holder, now: now)
        guard holder == nil else { return opened }
        opened.repetitions = try await repetitions(of: form, call: id, by: actor, in: facts)
        opened.finding = try await finding(form, by: actor, in: facts)
        opened.card = try await card(form, by: actor, in: facts)
        return opened
    }

    /// What the screen is told after each pause.
    public struct Saved: Sendable {
        public var call: Call
        public var repetitions: [Repetition]
        public var finding: CallerFinding
    }

    /// - Parameters:
    ///   - seen: the version on the screen.
    ///   - mayLook: asked before whoever is ringing is looked for by new words; what was typed is saved in any case.
    /// - Throws: `conflict` where another screen or another person wrote meanwhile; nothing is overwritten.
    public func save(
        _ form: CallForm, of id: ID<Call>, seen: Int, by actor: Actor, in facts: TownFacts, mayLook: @Sendable () -> Bool = { true }
    ) async throws -> Saved {
        let earlier = try await house.read(facts.town) { CallForm(try find(id, by: actor, in: $0).draft) }
        let call = try await change(id, by: actor, in: facts) { call, now in try call.save(form, seen: seen, by: actor.person, now: now) }
        return Saved(
            call: call, repetitions: try await repetitions(of: form, call: id, by: actor, in: facts),
            finding: try await finding(form, after: earlier, by: actor, in: facts, mayLook: mayLook))
    }

    /// Notes what was typed and puts the call aside.
    public func keep(_ form: CallForm, of id: ID<Call>, seen: Int, by actor: Actor, in facts: TownFacts) async throws {
        _ = try await change(id, by: actor, in: facts) { call, now in
            try call.save(form, seen: seen, by: actor.person, now: now)
            try call.keep(by: actor.person, now: now)
        }
    }

    /// Ends a call that made no request.
    /// - Parameter reference: as the caller said it, of the request that they wanted to hear about; empty for none.
    public func end(_ id: ID<Call>, as ending: Call.Ending, about reference: String = "", by actor: Actor, in facts: TownFacts) async throws
    {
        let request = ending == .told && !reference.isEmpty ? try await request(reference, by: actor, in: facts) : nil
        let now = house.world.now()
        try await house.write(facts.town) { scope in
            var call = try find(id, by: actor, in: scope)
            try call.end(as: ending, by: actor.person, now: now)
            if let request { try CallRequests(scope).insert(request, of: id, isMade: false, now: now) }
            try Calls(scope).save(call)
            if let person = actor.person { try CallBacks(scope).settle(of: id, by: person, now: now) }
        }
    }

    private func request(_ reference: String, by actor: Actor, in facts: TownFacts) async throws -> ID<HelpRequest> {
        guard let reference = Reference(reference) else { throw Refusal.invalid("reference", "refusal.reference") }
        do {
            return try await Referents(house).spoken(reference, by: actor, in: facts).request.id
        } catch let refusal as Refusal where refusal.kind == .notFound {
            throw Refusal.invalid("reference", "refusal.reference")
        }
    }

    private func change(
        _ id: ID<Call>, by actor: Actor, in facts: TownFacts, _ change: @escaping @Sendable (inout Call, Moment) throws -> Void
    ) async throws -> Call {
        let now = house.world.now()
        return try await house.write(facts.town) { scope in
            var call = try find(id, by: actor, in: scope)
            try change(&call, now)
            try Calls(scope).save(call)
            return call
        }
    }
}
