import Domain
import Hummingbird
import UseCases

/// The author of a first message disagrees with what was decided about its words; through an account or a tracking link.
struct MessageAppealController: Sendable {
    let moderation: TextModeration
    let entrance: TrackingEntrance

    func show(_ request: Request, _ context: TownContext) async throws -> Response {
        try await page(FormState(), context).response()
    }

    func create(_ request: Request, _ context: TownContext) async throws -> Response {
        try entrance.throttle.take(.write, context.network)
        let way = try ConversationsController.way(context, entrance)
        let message = try message(context)
        let body = try await FormBody(request)
        do {
            try await entrance.guarded(context) {
                try await moderation.appeal(body.fields, on: message, through: way.door, in: context.facts)
            }
        } catch let refusal as Refusal where refusal.kind == .invalid {
            return try await page(FormState(body.fields, refusal: refusal), context).response(status: 422)
        }
        return .seeOther(way.root + "?recours=1")
    }

    private func message(_ context: TownContext) throws(Refusal) -> ID<Message> {
        guard let id = context.parameters.get("message").flatMap({ ID<Message>(text: $0) }) else { throw .notFound }
        return id
    }

    private func page(_ state: FormState, _ context: TownContext) async throws -> AppealPage {
        let way = try ConversationsController.way(context, entrance)
        let message = try message(context)
        let decision = try await entrance.guarded(context) {
            try await moderation.decision(on: message, through: way.door, in: context.facts)
        }
        guard let decision, decision.mayBeAppealed(at: moderation.now) else { throw Refusal.notFound }
        return AppealPage(
            site: Site(context, "/conversations"), decision: decision, action: "\(way.root)/messages/\(message.text)/recours",
            back: way.root, state: state)
    }
}
