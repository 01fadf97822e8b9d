import Domain
import Hummingbird
import Secrets
import UseCases

/// The page behind the link of an ask. Opening it answers nothing (mail scanners open links); its buttons do, without signing in.
struct AnswerController: Sendable {
    let answering: Answering
    let throttle: Throttle

    func show(_ request: Request, _ context: TownContext) async throws -> Response {
        guard let token = token(context), let question = try await answering.question(token, in: context.facts) else {
            try throttle.take(.wrongToken, context.network)
            throw Refusal.notFound
        }
        let leaning = request.uri.queryParameters["reponse"].flatMap { AnswerPage.replies[String($0)] }
        return AnswerPage(site: Site(context, "/reponse"), question: question, token: token.text, leaning: leaning ?? .yes).response()
    }

    func create(_ request: Request, _ context: TownContext) async throws -> Response {
        try throttle.take(.write, context.network)
        let body = try await FormBody(request)
        guard let reply = body["answer"].flatMap({ Answering.Reply(rawValue: $0) }) else { throw Refusal(.invalid, "refusal.badRequest") }
        guard let token = token(context), try await answer(token, reply, context) else {
            try throttle.take(.wrongToken, context.network)
            throw Refusal.notFound
        }
        return .seeOther(context.links.answer(token.text))
    }

    /// False when there is no such ask.
    private func answer(_ token: Token, _ reply: Answering.Reply, _ context: TownContext) async throws -> Bool {
        do {
            try await answering.answer(token, reply, in: context.facts)
            return true
        } catch let refusal as Refusal where refusal.kind == .notFound {
            return false
        } catch let refusal as Refusal where refusal.kind == .conflict {
            // Somebody was a moment faster: the page says so and thanks.
            return true
        }
    }

    private func token(_ context: TownContext) -> Token? { context.parameters.get("token").flatMap { Token(text: $0) } }
}
