import Domain
import Hummingbird
import Secrets
import UseCases

/// Pages behind the links of mails on recurring help. Opening one answers nothing (mail scanners open links).
struct StandingLinksController: Sendable {
    let standing: StandingLinks
    let throttle: Throttle

    func reminder(_ request: Request, _ context: TownContext) async throws -> Response {
        let token = try token(context)
        let reminder = try await found(context) { try await standing.reminder(token, in: context.town) }
        return NextTimePage(site: Site(context, "/prochaine-fois"), reminder: reminder, token: token.text).response()
    }

    func miss(_ request: Request, _ context: TownContext) async throws -> Response {
        try await answer(context, page: context.links.nextTime) { try await standing.miss($0, in: context.town) }
    }

    func takeBack(_ request: Request, _ context: TownContext) async throws -> Response {
        try await answer(context, page: context.links.nextTime) { try await standing.takeBack($0, in: context.town) }
    }

    func invitation(_ request: Request, _ context: TownContext) async throws -> Response {
        let token = try token(context)
        let invitation = try await found(context) { try await standing.invitation(token, in: context.facts) }
        return SecondPage(site: Site(context, "/deuxieme"), invitation: invitation, token: token.text).response()
    }

    func answerInvitation(_ request: Request, _ context: TownContext) async throws -> Response {
        try await answer(context, page: context.links.second) { token in
            let answer = try await FormBody(request)["answer"]
            guard let answer, ["yes", "no"].contains(answer) else { throw Refusal(.invalid, "refusal.badRequest") }
            try await standing.answer(token, isYes: answer == "yes", in: context.town)
        }
    }

    func check(_ request: Request, _ context: TownContext) async throws -> Response {
        let token = try token(context)
        let check = try await found(context) { try await standing.check(token, in: context.town) }
        return StandingCheckPage(site: Site(context, "/nouvelles"), check: check, token: token.text).response()
    }

    func answerCheck(_ request: Request, _ context: TownContext) async throws -> Response {
        try await answer(context, page: context.links.standingCheck) { token in
            guard let answer = try await FormBody(request)["answer"].flatMap(StandingCheck.Answer.init) else {
                throw Refusal(.invalid, "refusal.badRequest")
            }
            try await standing.answer(token, answer, in: context.town)
        }
    }

    /// Counts it, does it, and shows the page of the link again.
    private func answer(
        _ context: TownContext, page: (String) -> String, _ change: (Token) async throws -> Void
    ) async throws -> Response {
        try throttle.take(.write, context.network)
        let token = try token(context)
        try await found(context) { try await change(token) }
        return .seeOther(page(token.text))
    }

    private func found<T>(_ context: TownContext, _ body: () async throws -> T) async throws -> T {
        try await LinkGuard(throttle: throttle).guarded(context, body)
    }

    private func token(_ context: TownContext) throws -> Token {
        guard let token = context.parameters.get("token").flatMap({ Token(text: $0) }) else {
            throw LinkGuard(throttle: throttle).wrongLink(context)
        }
        return token
    }
}
