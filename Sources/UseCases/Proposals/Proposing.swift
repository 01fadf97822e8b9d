import Domain
import Persistence

/// Kinds of help that residents miss: they propose, an administrator makes one of those that mean the same, and each proposer is told.
public struct Proposing: Sendable {
    public enum Proposed: Sendable, Equatable {
        case sent
        /// Nothing was written down yet: something like it is there.
        case resembles([Category])
    }

    let house: House

    public init(_ house: House) { self.house = house }

    /// The same words sent twice are one proposal.
    /// - Throws: `refusal.proposalsOpen` when as many wait as one person may have waiting.
    public func propose(_ form: ProposalForm, in facts: TownFacts, by actor: Actor) async throws -> Proposed {
        guard let person = actor.person else { throw Refusal.signInFirst }
        let proposal = try form.read()
        let resembling = ProposalGroup.resembling(proposal.label, among: facts.categories)
        guard proposal.insists || resembling.isEmpty else { return .resembles(resembling) }
        let now = house.world.now()
        try await house.write(facts.town) { scope in
            let proposals = try CategoryProposals(scope)
            let open = try proposals.of(person).filter { $0.answer == nil }
            if open.contains(where: { Slug.of($0.label) == Slug.of(proposal.label) }) { return }
            guard open.count < CategoryProposal.mostOpen else { throw Refusal(.conflict, "refusal.proposalsOpen") }
            try proposals.insert(
                CategoryProposal(id: house.world.id(), proposer: person, label: proposal.label, words: proposal.words, createdAt: now))
        }
        return .sent
    }

    /// One's own, newest first.
    public func own(of actor: Actor, in facts: TownFacts) async throws -> [CategoryProposal] {
        guard let person = actor.person else { throw Refusal.signInFirst }
        return try await house.read(facts.town) { try CategoryProposals($0).of(person) }
    }

    /// What waits for an answer, alike with alike.
    public func groups(by actor: Actor, in facts: TownFacts) async throws -> [ProposalGroup] {
        guard actor.has(.administrator) else { throw Refusal.notFound }
        let open = try await house.read(facts.town) { try CategoryProposals($0).open() }
        return ProposalGroup.groups(of: open, among: facts.categories)
    }

    /// The group that a proposal is in.
    /// - Throws: `notFound` also for one that was answered.
    public func group(_ id: ID<CategoryProposal>, by actor: Actor, in facts: TownFacts) async throws -> ProposalGroup {
        let group = try await groups(by: actor, in: facts).first { $0.proposals.contains { $0.id == id } }
        guard let group else { throw Refusal.notFound }
        return group
    }
}
