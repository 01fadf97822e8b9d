import Domain
import Hummingbird
import Secrets
import UseCases

/// The page on which a helper says why they did not come, by the link of a mail, without signing in.
struct NoShowController: Sendable {
    let hearing: NoShowHearing
    let throttle: Throttle

    func show(_ request: Request, _ context: TownContext) async throws -> Response {
        let isSaid = request.uri.queryParameters["fait"] != nil
        return try await page(context, isSaid: isSaid).response()
    }

    func create(_ request: Request, _ context: TownContext) async throws -> Response {
        try throttle.take(.write, context.network)
        let words = try await FormBody(request)["words"]
        let token = try token(context)
        do {
            try await LinkGuard(throttle: throttle).guarded(context) { try await hearing.answer(token, words, in: context.facts) }
            return .seeOther(context.links.noShow(token.text) + "?fait=1")
        } catch let refusal as Refusal where refusal.kind == .invalid {
            return try await page(context, FormState(["words": words ?? ""], refusal: refusal)).response(status: 422)
        }
    }

    private func page(_ context: TownContext, _ state: FormState? = nil, isSaid: Bool = false) async throws -> NoShowPage {
        let token = try token(context)
        guard let heard = try await hearing.noShow(token, in: context.facts) else {
            throw LinkGuard(throttle: throttle).wrongLink(context)
        }
        return NoShowPage(
            site: Site(context, "/rendez-vous-manque"), heard: heard, token: token.text,
            state: state ?? FormState(["words": heard.noShow.answer?.words ?? ""]), isSaid: isSaid)
    }

    private func token(_ context: TownContext) throws -> Token {
        guard let token = context.parameters.get("token").flatMap({ Token(text: $0) }) else {
            throw LinkGuard(throttle: throttle).wrongLink(context)
        }
        return token
    }
}
