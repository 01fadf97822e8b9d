import Domain
import Hummingbird
import Secrets
import UseCases

/// The page behind the link of a reminder. Opening it answers nothing (mail scanners open links); its buttons do, without signing in.
struct ReminderController: Sendable {
    let reminding: Reminding
    let throttle: Throttle

    func show(_ request: Request, _ context: TownContext) async throws -> Response {
        guard let token = token(context), let appointment = try await reminding.appointment(token, in: context.facts) else {
            throw LinkGuard(throttle: throttle).wrongLink(context)
        }
        return ReminderPage(
            site: Site(context, "/rendez-vous"), reminded: appointment, token: token.text,
            isLeaningToNo: request.uri.queryParameters["reponse"] == "non"
        ).response()
    }

    func create(_ request: Request, _ context: TownContext) async throws -> Response {
        try throttle.take(.write, context.network)
        guard let answer = try await FormBody(request)["answer"].flatMap({ Reminder.Answer(rawValue: $0) }) else {
            throw Refusal(.invalid, "refusal.badRequest")
        }
        guard let token = token(context) else { throw LinkGuard(throttle: throttle).wrongLink(context) }
        try await LinkGuard(throttle: throttle).guarded(context) { try await reminding.answer(token, answer, in: context.facts) }
        return .seeOther(context.links.reminder(token.text))
    }

    private func token(_ context: TownContext) -> Token? { context.parameters.get("token").flatMap { Token(text: $0) } }
}
