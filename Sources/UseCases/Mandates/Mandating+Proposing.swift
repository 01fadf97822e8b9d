import Domain
import Persistence

extension Mandating {
    /// How many proposals of one person may wait at a time.
    static let mostPending = 5

    /// A neighbour or relative proposes to act for somebody. Nothing holds before that person was heard, and nobody learns whether the town
    /// knew them.
    public func propose(_ form: MandateForm, by viewer: Viewer, in facts: TownFacts) async throws {
        let proposal = try form.read(.proxy, facts.neighbourhoods)
        let now = house.world.now()
        try await house.write(facts.town) { scope in
            let waiting = try Mandates(scope).held(by: viewer.person.id).filter { $0.state == .pending }
            guard waiting.count < Self.mostPending else { throw Refusal(.tooMany, "refusal.mandatesWaiting") }
            let mandate = try write(proposal, holder: viewer.person.id, by: viewer.person.id, in: scope, now: now)
            try tellGuide(of: mandate, facts.town, in: scope)
        }
    }

    /// A referent opens a mandate of the structure for somebody of the own quartiers.
    public func open(_ form: MandateForm, by actor: Actor, in facts: TownFacts) async throws -> ID<Mandate> {
        guard actor.isGuide, let person = actor.person else { throw Refusal.notFound }
        let proposal = try form.read(.structure, facts.neighbourhoods)
        guard actor.mayGuide(proposal.neighbourhood) else { throw Refusal.invalid("neighbourhood", "refusal.mandatePlace") }
        let now = house.world.now()
        return try await house.write(facts.town) { scope in
            try write(proposal, holder: nil, by: person, in: scope, now: now).id
        }
    }

    private func write(
        _ proposal: MandateForm.Proposal, holder: ID<Person>?, by proposer: ID<Person>, in scope: TownTransaction, now: Moment
    ) throws -> Mandate {
        let person = Person(
            id: house.world.id(), firstName: proposal.firstName, lastName: proposal.lastName, phone: proposal.phone,
            channel: proposal.phone == nil ? .letter : .phone, neighbourhood: proposal.neighbourhood, createdAt: now)
        try People(scope).insert(person)
        let mandate = Mandate(
            id: house.world.id(), represented: person.id, holder: holder, relation: proposal.relation,
            neighbourhood: proposal.neighbourhood, powers: proposal.powers, months: proposal.months, proposedBy: proposer, proposedAt: now)
        try Mandates(scope).insert(mandate)
        try journal(.recorded, by: proposer, on: mandate, for: "mandate_proposed", in: scope)
        return mandate
    }

    /// Without the name of anybody.
    private func tellGuide(of mandate: Mandate, _ town: Town, in scope: TownTransaction) throws {
        guard let owner = try Roles(scope).guide(for: mandate.neighbourhood, at: house.world.now()), owner != mandate.holder,
            let guide = try People(scope).find(owner)
        else { return }
        try MandateLetters(house: house, town: town).waiting(mandate, to: guide, in: scope)
    }
}
