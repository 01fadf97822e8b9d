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

    func otherTime(_ request: Request, _ context: TownContext) async throws -> Response {
        try await otherTimePage(context, FormState()).map { $0.response() } ?? .seeOther(context.links.answer(try known(context).text))
    }

    func propose(_ request: Request, _ context: TownContext) async throws -> Response {
        try throttle.take(.write, context.network)
        let names = ["firstDay", "firstHour", "secondDay", "secondHour"]
        let fields = try await FormBody(request).fields.filter { names.contains($0.key) }
        let token = try known(context)
        do {
            guard try await guarded({ try await answering.propose(TimeProposalForm(fields), token, in: context.facts) }) else {
                try throttle.take(.wrongToken, context.network)
                throw Refusal.notFound
            }
        } catch let refusal as Refusal where refusal.kind == .invalid {
            if let page = try await otherTimePage(context, FormState(fields, refusal: refusal)) { return page.response(status: 422) }
        }
        return .seeOther(context.links.answer(token.text))
    }

    /// Nil when no other time can be proposed any more.
    private func otherTimePage(_ context: TownContext, _ state: FormState) async throws -> OtherTimePage? {
        let token = try known(context)
        guard let question = try await answering.question(token, in: context.facts) else {
            try throttle.take(.wrongToken, context.network)
            throw Refusal.notFound
        }
        guard question.standing.mayStillSayYes, question.proposal == nil else { return nil }
        return OtherTimePage(site: Site(context, "/reponse"), question: question, token: token.text, state: state)
    }

    private func known(_ context: TownContext) throws -> Token {
        guard let token = token(context) else {
            try throttle.take(.wrongToken, context.network)
            throw Refusal.notFound
        }
        return token
    }

    /// False when there is no such ask.
    private func answer(_ token: Token, _ reply: Answering.Reply, _ context: TownContext) async throws -> Bool {
        try await guarded { try await answering.answer(token, reply, in: context.facts) }
    }

    private func guarded(_ act: () async throws -> Void) async throws -> Bool {
        do {
            try await act()
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
