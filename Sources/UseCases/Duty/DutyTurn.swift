import Domain
import Persistence

/// The end of a shift inside a transaction: everything open goes to whoever follows, and never to nobody.
struct DutyTurn {
    let house: House
    let town: Town
    let scope: TownTransaction
    let now: Moment

    /// What somebody on duty carries: calls they hold, requests that are the desk's, and what was promised about these.
    struct Load {
        var calls: [Call]
        var requests: [HelpRequest]
        var promises: [DueCall]
        var carried: HandOver.Carried { .init(calls: calls.count, requests: requests.count, promises: promises.count) }
    }

    /// Who follows: on beside this one or soon after, and longest from now; else an administrator.
    struct Relief {
        var person: ID<Person>
        /// Nil for an administrator who is not on the roster.
        var duty: Duty?
    }

    func relief(of duty: Duty) throws -> Relief? {
        guard let giver = duty.person else { return nil }
        let able = Set(try DutyKeeping.able(in: scope))
        let following = try Duties(scope).between(now, now + Duty.gap).filter { one in
            one.handedAt == nil && one.onUntil > now && one.person.map { $0 != giver && able.contains($0) } == true
        }
        if let next = following.max(by: { ($0.onUntil, $0.id.text) < ($1.onUntil, $1.id.text) }), let person = next.person {
            return Relief(person: person, duty: next)
        }
        return try Roles(scope).guide(for: nil, at: now, besides: [giver]).map { Relief(person: $0) }
    }

    /// - Returns: nil where somebody goes on by themselves, or nothing was left to hand over by the clock.
    @discardableResult func handOver(_ duty: Duty, note: String?, by actor: ID<Person>?, isAutomatic: Bool = false) throws -> HandOver? {
        guard duty.handedAt == nil, let giver = duty.person else { return try HandOvers(scope).of(duty.id) }
        if isAutomatic, try goesOn(duty) { return try close(duty) }
        guard let relief = try relief(of: duty) else { return try close(duty) }
        try close(duty)
        let load = try load(of: giver)
        if isAutomatic, load.carried.isNothing { return nil }
        if var next = relief.duty, next.onFrom > now {
            next.onFrom = now
            try Duties(scope).save(next)
        }
        try move(load, from: giver, to: relief.person)
        var handOver = HandOver(id: house.world.id(), duty: duty.id, giver: giver, taker: relief.person, at: now, note: note)
        (handOver.isAutomatic, handOver.carried) = (isAutomatic, load.carried)
        try HandOvers(scope).insert(handOver)
        let entry = JournalEntry(
            at: now, actor: actor, action: .decided, subjectKind: "people", subject: giver.bytes,
            purpose: isAutomatic ? "duty_ended" : "handed_over")
        try Journal(scope).append(entry, id: house.world.id())
        return handOver
    }

    func load(of person: ID<Person>) throws -> Load {
        let requests = try CarriedRows(scope).requests(of: person).filter(try belongsToDesk(person))
        return Load(
            calls: try Calls(scope).open().filter { $0.holder == person }, requests: requests,
            promises: try CarriedRows(scope).promises(about: requests.map(\.id)))
    }

    /// A referent keeps the own quartiers, an administrator and a referent what is theirs by name; all else is the desk's.
    private func belongsToDesk(_ person: ID<Person>) throws -> (HelpRequest) throws -> Bool {
        let roles = Roles(scope)
        let own = try roles.of(person)
        guard own.contains(where: { $0.kind == .referent || $0.kind == .administrator }) else { return { _ in true } }
        let guided = own.filter { $0.kind == .referent }
        let onDuty = Set(try Duties(scope).on(at: now).compactMap(\.person))
        let administrators = Set(try Staff(scope).holding(.administrator))
        return { [now] request in
            guard !guided.contains(where: { $0.covers(request.neighbourhood) }),
                let next = try roles.owner(for: request.neighbourhood, at: now, besides: [person])
            else { return false }
            return onDuty.contains(next) || (administrators.contains(next) && !administrators.contains(person))
        }
    }

    private func move(_ load: Load, from giver: ID<Person>, to taker: ID<Person>) throws {
        for var call in load.calls {
            call.hand(to: taker, now: now)
            try Calls(scope).save(call)
        }
        try AbsenceTurn(house: house, town: town, scope: scope, now: now).catchUp()
        let isRostered = try Duties(scope).on(at: now).contains { $0.person == taker }
        for request in load.requests {
            // A referent who came since answers for the own quartier; the desk for the rest.
            let owner = try Roles(scope).owner(for: request.neighbourhood, at: now, besides: [giver])
            let isGuided = try owner.map { try Roles(scope).of($0).contains { $0.kind == .referent && $0.covers(request.neighbourhood) } }
            try CarriedRows(scope).move(request.id, from: giver, to: isGuided == true || !isRostered ? owner ?? taker : taker)
        }
    }

    private func goesOn(_ duty: Duty) throws -> Bool {
        try Duties(scope).between(duty.until, now + .milliseconds(1)).contains {
            $0.id != duty.id && $0.person == duty.person && $0.handedAt == nil && $0.from <= duty.until + Duty.gap && $0.until > duty.until
        }
    }

    @discardableResult private func close(_ duty: Duty) throws -> HandOver? {
        var duty = duty
        duty.handOver(now: now)
        try Duties(scope).save(duty)
        return nil
    }
}
