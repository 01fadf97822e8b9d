import Domain
import Persistence
import Secrets

extension Answering {
    /// A helper could come, but at another time. The ladder goes on meanwhile; the same proposal twice is one.
    /// - Throws: `notFound` for a wrong token; what is wrong with the moments; why the helper may not help with this.
    public func propose(_ form: TimeProposalForm, _ token: Token, in facts: TownFacts) async throws {
        let now = house.world.now()
        let times = try form.read(now: now, in: facts.town.timeZone)
        try await house.write(facts.town) { scope in
            guard let asked = try find(token, in: scope, facts) else { throw Refusal.notFound }
            guard asked.standing.mayStillSayYes, try TimeProposals(scope).find(asked.request.id, helper: asked.ask.helper) == nil,
                let category = try Categories(scope).find(asked.request.category)
            else { return }
            try Matching(house).mayBegin(asked.request, category, helper: asked.ask.helper, .ask, in: scope)
            let proposal = TimeProposal(
                id: house.world.id(), request: asked.request.id, helper: asked.ask.helper, times: times, proposedAt: now)
            try TimeProposals(scope).insert(proposal)
            try Asks(scope).answer(asked.ask.id, .otherTime, now: now)
            try hurry(asked, in: scope)
            try TimeProposalNews(house: house, town: facts.town, request: asked.request, category: category)
                .proposed(proposal, in: scope, now: now)
            try People(scope).noteSeen(asked.ask.helper, now: now)
        }
    }
}

/// What becomes of another time that a helper proposed: whoever asked decides, on their page or by the owner's voice.
public struct TimeProposing: Sendable {
    public enum Choice: String, Sendable, CaseIterable { case first, second, neither }
    public enum Result: String, Sendable {
        case decided
        /// It was decided already, or somebody else was first.
        case settled
        /// The moment is over, or the helper can no longer help.
        case tooLate
    }

    let house: House

    public init(_ house: House) { self.house = house }

    /// - Parameter key: of a caller who may send the same call again; the first answer is then given again.
    /// - Throws: `notFound` when the request has no such proposal; a conflict when the key came with something else.
    public func decide(
        _ id: ID<TimeProposal>, _ choice: Choice, through door: TrackingDoor, in facts: TownFacts, idempotencyKey key: String? = nil
    ) async throws -> Result {
        let now = house.world.now()
        let call = key.map { KeyedCall($0, of: "time_proposals", content: [id.text, choice.rawValue]) }
        return try await house.write(facts.town, listings: true) { scope in
            var request = try door.request(in: scope, now: now)
            if let before = try call?.answer(in: scope).flatMap(Result.init) { return before }
            let result = try decide(id, choice, of: &request, facts.town, in: scope, now: now)
            if result == .decided { try door.note(.changed, on: request, in: scope, of: house) }
            try call?.remember(result.rawValue, in: scope, now: now)
            return result
        }
    }

    func decide(
        _ id: ID<TimeProposal>, _ choice: Choice, of request: inout HelpRequest, _ town: Town, in scope: TownTransaction, now: Moment
    ) throws -> Result {
        let proposals = TimeProposals(scope)
        guard let proposal = try proposals.find(id), proposal.request == request.id else { throw Refusal.notFound }
        guard proposal.state == .open, request.status == .open, let category = try Categories(scope).find(request.category) else {
            return .settled
        }
        guard let moment = choice == .first ? proposal.first : choice == .second ? proposal.second : nil else {
            try close(proposal, .declined, request, in: scope, now: now)
            try TimeProposalNews(house: house, town: town, request: request, category: category).declined(proposal, in: scope)
            return .decided
        }
        guard moment > now else { return .tooLate }
        do {
            try Matching(house).mayBegin(request, category, helper: proposal.helper, .ask, in: scope)
        } catch is Refusal {
            // Why is the helper's own affair.
            try close(proposal, .ended, request, in: scope, now: now)
            return .tooLate
        }
        try close(proposal, .accepted, request, in: scope, now: now)
        _ = try Matching(house).begin(
            &request, helper: proposal.helper, origin: .ask, appointment: moment, town: town, in: scope, now: now)
        return .decided
    }

    private func close(
        _ proposal: TimeProposal, _ state: TimeProposal.State, _ request: HelpRequest, in scope: TownTransaction, now: Moment
    ) throws {
        try TimeProposals(scope).decide(proposal.id, state, now: now)
        if try TimeProposals(scope).open(for: request.id).isEmpty { try Self.cancelCalls(about: request, in: scope) }
    }

    static func takeBack(of request: ID<HelpRequest>, helper: ID<Person>, in scope: TownTransaction, now: Moment) throws {
        guard let proposal = try TimeProposals(scope).find(request, helper: helper), proposal.state == .open else { return }
        try TimeProposals(scope).decide(proposal.id, .ended, now: now)
        guard try TimeProposals(scope).open(for: request).isEmpty, let request = try HelpRequests(scope).find(request) else { return }
        try cancelCalls(about: request, in: scope)
    }

    static func cancelCalls(about request: HelpRequest, in scope: TownTransaction) throws {
        for person in Set([request.asker, request.beneficiary]) {
            _ = try RingBacks(scope).cancel(.otherTime, of: person, about: request.id)
        }
    }
}

extension Referents {
    /// What whoever asked said on the telephone.
    public func decide(
        _ proposal: ID<TimeProposal>, _ choice: TimeProposing.Choice, of id: ID<HelpRequest>, by actor: Actor, in facts: TownFacts
    ) async throws -> TimeProposing.Result {
        let now = house.world.now()
        return try await house.write(facts.town, listings: true) { scope in
            var request = try guided(id, by: actor, in: scope)
            let result = try TimeProposing(house).decide(proposal, choice, of: &request, facts.town, in: scope, now: now)
            guard result == .decided else { return result }
            try journal(.decided, by: actor, "help_requests", id.bytes, for: "other_time", in: scope)
            // They are on the telephone with whoever asked.
            _ = try RingBacks(scope).cancel(.matched, of: request.asker, about: id)
            return result
        }
    }
}

extension TimeProposals {
    /// Those that can still be accepted.
    func waiting(for request: HelpRequest, _ now: Moment) throws -> [TimeProposal] {
        guard request.status == .open else { return [] }
        return try open(for: request.id).filter { !$0.upcoming(now).isEmpty }
    }
}
