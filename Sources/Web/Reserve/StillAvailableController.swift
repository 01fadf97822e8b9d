import Domain
import Hummingbird
import Secrets
import UseCases

/// The page behind the link of the monthly mail. Opening it answers nothing (mail scanners open links); its buttons do, without signing in.
struct StillAvailableController: Sendable {
    let stillAvailable: StillAvailable
    let throttle: Throttle

    func show(_ request: Request, _ context: TownContext) async throws -> Response {
        let token = try token(context)
        let question = try await LinkGuard(throttle: throttle).guarded(context) {
            try await stillAvailable.question(token, in: context.town)
        }
        let leaning = request.uri.queryParameters["reponse"].flatMap { StillAvailablePage.replies[String($0)] }
        return StillAvailablePage(
            site: Site(context, "/disponibilite"), question: question, token: token.text, leaning: leaning ?? .yes
        ).response()
    }

    func create(_ request: Request, _ context: TownContext) async throws -> Response {
        try throttle.take(.write, context.network)
        let body = try await FormBody(request)
        guard let answer = body["answer"].flatMap(ReserveCheck.Answer.init) else { throw Refusal(.invalid, "refusal.badRequest") }
        let token = try token(context)
        try await LinkGuard(throttle: throttle).guarded(context) {
            try await stillAvailable.answer(token, answer, in: context.town)
        }
        return .seeOther(context.links.stillAvailable(token.text))
    }

    private func token(_ context: TownContext) throws -> Token {
        guard let token = context.parameters.get("token").flatMap({ Token(text: $0) }) else {
            throw LinkGuard(throttle: throttle).wrongLink(context)
        }
        return token
    }
}
