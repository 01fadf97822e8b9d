import Domain
import Hummingbird
import Secrets
import UseCases

/// What an organisation opens by the link of its mail. Opening it answers nothing (mail scanners open links); its buttons do, without
/// signing in.
struct OrganisationAnswerController: Sendable {
    let answering: OrganisationAnswering
    let conversations: Conversations
    let throttle: Throttle

    func show(_ request: Request, _ context: TownContext) async throws -> Response { try await page(FormState(), context).response() }

    func create(_ request: Request, _ context: TownContext) async throws -> Response {
        try throttle.take(.write, context.network)
        let body = try await FormBody(request)
        guard let reply = body["answer"].flatMap({ OrganisationAnswering.Reply(rawValue: $0) }) else {
            throw Refusal(.invalid, "refusal.badRequest")
        }
        do {
            try await guarded(context) { try await answering.answer($0, reply, name: body["name"], in: context.facts) }
        } catch let refusal as Refusal where refusal.kind == .invalid {
            return try await page(FormState(["name": body["name"] ?? ""], refusal: refusal), context).response(status: 422)
        } catch let refusal as Refusal where refusal.kind == .conflict {
            // Somebody was a moment faster: the page says so.
        }
        return .seeOther(context.links.organisation(try token(context).text))
    }

    /// A message to whoever asked goes, or is asked about once more, or is refused; what was typed is never lost.
    func write(_ request: Request, _ context: TownContext) async throws -> Response {
        try throttle.take(.write, context.network)
        let body = try await FormBody(request)
        let root = context.links.organisation(try token(context).text)
        do {
            _ = try await guarded(context) { token in
                try await conversations.send(
                    MessageForm(body.fields), id: body["id"].flatMap { ID<Message>(text: $0) }, through: .organisation(token),
                    in: context.facts)
            }
            return .seeOther(root + "#messages")
        } catch let concern as TextConcern {
            return GuardPage(
                site: Site(context, "/organisation"), concern: concern, action: root + "/message",
                text: ("message", "conversation.write", MessageForm.longest), fields: body.fields.only(["message", "id"]), back: root
            ).response(status: 422)
        } catch let refusal as Refusal where refusal.kind == .invalid {
            return try await page(FormState(body.fields, refusal: refusal), context).response(status: 422)
        }
    }

    func outcome(_ request: Request, _ context: TownContext) async throws -> Response { try await outcomePage(context).response() }

    func finish(_ request: Request, _ context: TownContext) async throws -> Response {
        try throttle.take(.write, context.network)
        let form = OutcomesController.form(try await FormBody(request))
        do {
            try await guarded(context) { try await answering.finish($0, form, in: context.facts) }
        } catch let refusal as Refusal where refusal.kind == .invalid {
            return try await outcomePage(context, refusal).response(status: 422)
        }
        return .seeOther(context.links.organisationOutcome(try token(context).text))
    }

    func withdrawal(_ request: Request, _ context: TownContext) async throws -> Response {
        let question = try await question(context)
        guard case .accepted = question.standing else { return .seeOther(context.links.organisation(try token(context).text)) }
        return OrganisationWithdrawalPage(
            site: Site(context, "/organisation"), question: question, token: try token(context).text
        ).response()
    }

    func withdraw(_ request: Request, _ context: TownContext) async throws -> Response {
        try throttle.take(.write, context.network)
        try await guarded(context) { try await answering.withdraw($0, in: context.facts) }
        return .seeOther(context.links.organisation(try token(context).text))
    }

    private func page(_ state: FormState, _ context: TownContext) async throws -> OrganisationAnswerPage {
        OrganisationAnswerPage(
            site: Site(context, "/organisation"), question: try await question(context), token: try token(context).text, state: state)
    }

    private func outcomePage(_ context: TownContext, _ refusal: Refusal? = nil) async throws -> OutcomePage {
        guard let taken = try await question(context).taken else { throw Refusal.notFound }
        let text = try token(context).text
        return OutcomePage(
            site: Site(context, "/organisation"), side: .helper, other: taken.askerName, reference: taken.reference.text,
            isSaid: taken.outcome != nil, back: context.links.organisation(text), action: context.links.organisationOutcome(text),
            refusal: refusal)
    }

    private func question(_ context: TownContext) async throws -> OrganisationQuestion {
        try await guarded(context) { try await answering.question($0, in: context.facts) }
    }

    private func guarded<T>(_ context: TownContext, _ body: (Token) async throws -> T) async throws -> T {
        let token = try token(context)
        return try await LinkGuard(throttle: throttle).guarded(context) { try await body(token) }
    }

    private func token(_ context: TownContext) throws -> Token {
        guard let token = context.parameters.get("token").flatMap({ Token(text: $0) }) else {
            throw LinkGuard(throttle: throttle).wrongLink(context)
        }
        return token
    }
}
