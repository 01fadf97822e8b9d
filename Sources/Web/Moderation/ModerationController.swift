import Domain
import Hummingbird
import UseCases

/// One text to read at a time.
struct ModerationController: Sendable {
    let moderation: TextModeration

    /// `?plus-tard=ID,ID`: left for later in this sitting.
    func show(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.staff(.moderator, .administrator)
        let skipped = request.uri.queryParameters["plus-tard"].map(String.init) ?? ""
        let isDone = request.uri.queryParameters["fait"] != nil
        return try await page(skipped, FormState(), viewer, context, isDone: isDone).response()
    }

    func decide(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.staff(.moderator, .administrator)
        guard let kind = context.parameters.get("kind").flatMap({ PendingText.Kind(path: $0) }) else { throw Refusal.notFound }
        let subject: ID<PendingText> = try context.id()
        let body = try await FormBody(request)
        let skipped = body["later"] ?? ""
        do {
            try await moderation.decide(
                body.fields, on: kind, subject.bytes, fingerprint: body["read"] ?? "", by: viewer.actor, in: context.facts)
            return .seeOther(context.links.moderation(later: skipped, isDone: true))
        } catch let refusal as Refusal where refusal.kind == .invalid || refusal.key == "refusal.textChanged" {
            let state = FormState(refusal.kind == .invalid ? body.fields : [:], refusal: refusal)
            return try await page(skipped, state, viewer, context).response(status: ErrorAnswer.status(of: refusal.kind))
        }
    }

    /// The answer to an appeal.
    func answer(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.staff(.moderator, .administrator)
        let body = try await FormBody(request)
        let skipped = body["later"] ?? ""
        do {
            try await moderation.answer(body.fields, to: try context.id(), by: viewer.actor, in: context.facts)
            return .seeOther(context.links.moderation(later: skipped, isDone: true))
        } catch let refusal as Refusal where refusal.kind == .invalid {
            return try await page(skipped, FormState(body.fields, refusal: refusal), viewer, context).response(status: 422)
        }
    }

    private func page(
        _ skipped: String, _ state: FormState, _ viewer: Viewer, _ context: TownContext, isDone: Bool = false
    ) async throws -> ModerationPage {
        let ids = skipped.split(separator: ",").prefix(50).compactMap { ID<PendingText>(text: $0) }
        let desk = try await moderation.desk(skipping: ids.map(\.bytes), by: viewer.actor, in: context.facts)
        return ModerationPage(
            site: Site(context, "/moderation"), desk: desk, later: ids.map(\.text).joined(separator: ","), state: state, isDone: isDone)
    }
}

extension PendingText.Kind {
    var path: String {
        switch self {
        case .request: "demandes"
        case .offer: "propositions"
        case .message: "messages"
        }
    }

    init?(path: String) {
        guard let kind = Self.allCases.first(where: { $0.path == path }) else { return nil }
        self = kind
    }
}
