import Domain
import HTTPTypes
import Hummingbird
import UseCases

/// Being asked, and answering, by the secret of the mail's link. Reading changes nothing.
struct AskOperations {
    let desk: APIDesk
    private static let path = "/towns/{town}/asks/{token}"
    private static let token = Operation.Parameter(name: "token", place: .path, meaning: "The secret of the link in the mail.")

    var all: [Operation] {
        [
            Operation(
                id: "showAsk", method: .get, path: Self.path, meaning: "What a helper is asked, and how it stands.",
                parameters: [TownOperations.town, Self.token], answer: "Ask", refusals: [404, 429], handle: show),
            Operation(
                id: "answerAsk", method: .post, path: Self.path + "/answer",
                meaning: "Say yes, no, not for a while, never this kind, or when one could.",
                note: "Idempotent: an answer given twice or too late changes nothing, and the answer says how the ask stands.",
                parameters: [TownOperations.town, Self.token], body: "Answer", answer: "Ask", refusals: [403, 404, 413, 422, 429],
                handle: answer),
        ]
    }

    @Sendable private func show(_ request: Request, _ context: APIContext) async throws -> Response {
        let facts = try desk.town(context)
        let question = try await desk.opened(request, context) { try await Answering(desk.house).question($0, in: facts) }
        return try .json(AskAnswer(question, base: desk.house.base(of: facts.town), facts))
    }

    @Sendable private func answer(_ request: Request, _ context: APIContext) async throws -> Response {
        let facts = try desk.town(context)
        try desk.take(.write, request, context)
        let fields = try await desk.fields(request, known: ["answer"] + AskAnswer.times)
        let reply = fields["answer"].flatMap(Answering.Reply.init)
        guard reply != nil || fields["answer"] == AskAnswer.otherTime else { throw Refusal.invalid("answer", "refusal.choose") }
        let answering = Answering(desk.house)
        let question = try await desk.opened(request, context) { token in
            do {
                if let reply {
                    try await answering.answer(token, reply, in: facts)
                } else {
                    try await answering.propose(TimeProposalForm(fields), token, in: facts)
                }
            } catch let refusal as Refusal where refusal.kind == .conflict {
                // Somebody was a moment faster: the standing says so.
            }
            return try await answering.question(token, in: facts)
        }
        return try .json(AskAnswer(question, base: desk.house.base(of: facts.town), facts))
    }
}
