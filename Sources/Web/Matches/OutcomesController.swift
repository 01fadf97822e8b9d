import Domain
import Hummingbird
import UseCases

/// « Comment cela s'est passé ? » From either side, in one tap; opening the page says nothing.
struct OutcomesController: Sendable {
    let requests: Requests
    let conversations: Conversations
    let closing: RequestClosing
    let entrance: TrackingEntrance

    func show(_ request: Request, _ context: TownContext) async throws -> Response { try await page(context).response() }

    func create(_ request: Request, _ context: TownContext) async throws -> Response {
        try entrance.throttle.take(.write, context.network)
        let way = try entrance.way(context)
        let form = Self.form(try await FormBody(request))
        do {
            try await entrance.guarded(context) { try await closing.record(form, through: way.door, in: context.facts) }
            return .seeOther(way.pages.outcome)
        } catch let refusal as Refusal where refusal.kind == .invalid {
            return try await page(context, refusal, typed: form.fields).response(status: 422)
        }
    }

    private func page(
        _ context: TownContext, _ refusal: Refusal? = nil, typed: [String: String] = [:]
    ) async throws -> OutcomePage {
        let way = try entrance.way(context)
        let tracked = try await entrance.guarded(context) { try await requests.tracked(way.door, in: context.facts) }
        guard tracked.ownOutcome != nil || tracked.maySayOutcome else { throw Refusal.notFound }
        return OutcomePage(
            site: Site(context, "/suivi"), side: .asker, other: tracked.helperName, reference: tracked.request.reference.text,
            isSaid: tracked.ownOutcome != nil, back: way.pages.root, action: way.pages.outcome, refusal: refusal,
            hearsHelper: tracked.match?.isPersonal ?? false, typed: typed)
    }

    func showToHelper(_ request: Request, _ context: TownContext) async throws -> Response { try await helperPage(context).response() }

    func createByHelper(_ request: Request, _ context: TownContext) async throws -> Response {
        try entrance.throttle.take(.write, context.network)
        let viewer = try context.signedIn()
        let match = try ConversationsController.match(context)
        let form = Self.form(try await FormBody(request))
        do {
            try await closing.record(form, as: viewer.actor, of: match, in: context.facts)
            return .seeOther(context.links.outcome(match))
        } catch let refusal as Refusal where refusal.kind == .invalid {
            return try await helperPage(context, refusal).response(status: 422)
        }
    }

    private func helperPage(_ context: TownContext, _ refusal: Refusal? = nil) async throws -> OutcomePage {
        let viewer = try context.signedIn()
        let match = try ConversationsController.match(context)
        let conversation = try await conversations.open(.match(match, viewer.actor), in: context.facts)
        guard conversation.side == .helper, conversation.outcome != nil || conversation.maySayOutcome else { throw Refusal.notFound }
        return OutcomePage(
            site: Site(context, "/conversations"), side: .helper, other: conversation.otherName,
            reference: conversation.request.reference.text, isSaid: conversation.outcome != nil, back: context.links.conversation(match),
            action: context.links.outcome(match), refusal: refusal)
    }

    /// A button carries one value: `not_helped.nobody_came`.
    static func form(_ body: FormBody) -> OutcomeForm {
        let parts = (body["result"] ?? "").split(separator: ".", maxSplits: 1).map(String.init)
        var fields = ["result": parts.first ?? ""]
        fields["words"] = body["words"]
        fields["reason"] = parts.count > 1 ? parts[1] : body["reason"]
        return OutcomeForm(fields)
    }
}

extension Links {
    func outcome(_ match: ID<Match>) -> String { conversation(match) + "/suite" }
}
