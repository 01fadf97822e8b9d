import Domain
import Hummingbird
import Localization
import UseCases

/// Conversations: the list and one, for the two people of a match and nobody else.
struct ConversationsController: Sendable {
    let conversations: Conversations
    let standing: Standing
    let entrance: TrackingEntrance

    /// One's way to a conversation, and the addresses of its pages.
    struct Way: Sendable {
        let door: ConversationDoor
        let root: String
        let back: String
        var sharing: String { root + "/partage" }
    }

    static func match(_ context: TownContext) throws(Refusal) -> ID<Match> {
        guard let id = context.parameters.get("match").flatMap({ ID<Match>(text: $0) }) else { throw .notFound }
        return id
    }

    func way(_ context: TownContext) throws -> Way { try Self.way(context, entrance) }

    static func way(_ context: TownContext, _ entrance: TrackingEntrance) throws -> Way {
        guard context.parameters.get("token") == nil, context.parameters.get("mandate") == nil else {
            let way = try entrance.way(context)
            return Way(door: .tracking(way.door), root: way.pages.root + "/conversation", back: way.pages.root)
        }
        let viewer = try context.signedIn()
        let match = try match(context)
        return Way(door: .match(match, viewer.actor), root: context.links.conversation(match), back: context.links.conversations)
    }

    func index(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.signedIn()
        let list = try await conversations.list(of: viewer.person.id, in: context.facts)
        return ConversationsPage(site: Site(context, "/conversations"), list: list).response()
    }

    func show(_ request: Request, _ context: TownContext) async throws -> Response {
        let isAppealed = request.uri.queryParameters["recours"] != nil
        return try await page(FormState(), try way(context), context, isAppealed: isAppealed).response()
    }

    /// A message goes, or is asked about once more, or is refused; what was typed is never lost.
    func create(_ request: Request, _ context: TownContext) async throws -> Response {
        try entrance.throttle.take(.write, context.network)
        let way = try way(context)
        let body = try await FormBody(request)
        let id = body["id"].flatMap { ID<Message>(text: $0) }
        do {
            _ = try await entrance.guarded(context) {
                try await conversations.send(MessageForm(body.fields), id: id, through: way.door, in: context.facts)
            }
            return .seeOther(way.root + "#message")
        } catch let concern as TextConcern {
            return GuardPage(
                site: Site(context, "/conversations"), concern: concern, action: way.root,
                text: ("message", "conversation.write", MessageForm.longest), fields: body.fields.only(["message", "id"]), back: way.root
            ).response(status: 422)
        } catch let refusal as Refusal where refusal.kind == .invalid {
            return try await page(FormState(body.fields, refusal: refusal), way, context).response(status: 422)
        }
    }

    /// Showing one's telephone or e-mail to the other, or no longer.
    func share(_ request: Request, _ context: TownContext) async throws -> Response {
        try entrance.throttle.take(.write, context.network)
        let way = try way(context)
        let body = try await FormBody(request)
        guard let kind = body["kind"].flatMap({ ContactSharing.Kind(rawValue: $0) }), let shown = body["shown"] else {
            throw Refusal(.invalid, "refusal.badRequest")
        }
        try await entrance.guarded(context) {
            try await conversations.share(
                kind, shown == "yes", through: way.door, language: context.t.language.rawValue, in: context.facts)
        }
        return .seeOther(way.root + "#contact")
    }

    private func page(
        _ state: FormState, _ way: Way, _ context: TownContext, isAppealed: Bool = false
    ) async throws -> ConversationPage {
        let conversation = try await entrance.guarded(context) { try await conversations.open(way.door, in: context.facts) }
        return ConversationPage(
            site: Site(context, "/conversations"), conversation: conversation, way: way, state: state, isAppealed: isAppealed,
            standing: try await standing.view(way.door, in: context.town))
    }
}
