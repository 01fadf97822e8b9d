import Domain
import HTTPTypes
import Hummingbird
import UseCases

/// Other times at which helpers could come: whoever asked accepts one of the moments or none, by their tracking link.
struct TimeProposalOperations {
    let desk: APIDesk
    private static let path = "/towns/{town}/tracking/{token}/proposals"
    private static let proposal = Operation.Parameter(name: "proposal", place: .path, meaning: "As the list has it.")

    var all: [Operation] {
        [
            Operation(
                id: "listTimeProposals", method: .get, path: Self.path, meaning: "Other times at which helpers could come.",
                note: "Only those that can still be accepted. Who proposed them is told once one is.",
                parameters: [TownOperations.town, RequestOperations.token], answer: "TimeProposalList", refusals: [404, 429],
                handle: list),
            Operation(
                id: "decideTimeProposal", method: .post, path: Self.path + "/{proposal}/decision",
                meaning: "Accept one of the moments of a proposal, or none.",
                note: """
                    Idempotent: what was decided first stays, and the answer says how the request stands; with an Idempotency-Key the \
                    first answer is given again. 409 when the moment is over or the helper can no longer come.
                    """,
                parameters: [TownOperations.town, RequestOperations.token, Self.proposal, RequestOperations.key],
                body: "TimeProposalDecision", answer: "TrackedRequest", refusals: [404, 409, 413, 422, 429], handle: decide),
        ]
    }

    @Sendable private func list(_ request: Request, _ context: APIContext) async throws -> Response {
        let facts = try desk.town(context)
        let tracked = try await desk.opened(request, context) { try await Requests(desk.house).tracked($0, in: facts) }
        return try .json(Listed(items: tracked.proposals.map { TimeProposalAnswer($0, now: tracked.now) }))
    }

    @Sendable private func decide(_ request: Request, _ context: APIContext) async throws -> Response {
        let facts = try desk.town(context)
        try desk.take(.write, request, context)
        let key = try desk.key(request)
        guard let choice = try await desk.fields(request, known: ["choice"])["choice"].flatMap(TimeProposing.Choice.init) else {
            throw Refusal.invalid("choice", "refusal.choose")
        }
        guard let id = context.parameters.get("proposal").flatMap({ ID<TimeProposal>(text: $0) }) else { throw Refusal.notFound }
        let tracked = try await desk.opened(request, context) { token in
            let result = try await TimeProposing(desk.house).decide(id, choice, through: .link(token), in: facts, idempotencyKey: key)
            if result == .tooLate { throw Refusal(.conflict, "otherTime.done.trop-tard") }
            return try await Requests(desk.house).tracked(token, in: facts)
        }
        return try .json(TrackedAnswer(tracked, facts))
    }
}

private struct TimeProposalAnswer: Encodable {
    var id: String
    /// Nil where that moment is over.
    var first: String?
    var second: String?

    init(_ proposal: TimeProposal, now: Moment) {
        id = proposal.id.text
        first = proposal.first > now ? proposal.first.iso : nil
        second = proposal.second.flatMap { $0 > now ? $0.iso : nil }
    }
}
