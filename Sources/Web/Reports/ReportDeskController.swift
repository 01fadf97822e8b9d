import Domain
import Hummingbird
import UseCases

/// One report to read at a time, or somebody who does not agree with a stop.
struct ReportDeskController: Sendable {
    let moderation: ReportModeration

    /// `?plus-tard=ID,ID`: left for later in this sitting.
    func show(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.staff(.moderator, .administrator)
        let skipped = request.uri.queryParameters["plus-tard"].map(String.init) ?? ""
        let isDone = request.uri.queryParameters["fait"] != nil
        return try await page(skipped, FormState(), viewer, context, isDone: isDone).response()
    }

    func decide(_ request: Request, _ context: TownContext) async throws -> Response {
        try await act(request, context) { viewer, body in
            try await moderation.decide(body.fields, on: try context.id(), by: viewer.actor, in: context.facts)
        }
    }

    func answer(_ request: Request, _ context: TownContext) async throws -> Response {
        try await act(request, context) { viewer, body in
            try await moderation.answer(body.fields, to: try context.id(), by: viewer.actor, in: context.facts)
        }
    }

    private func act(
        _ request: Request, _ context: TownContext, _ body: (Viewer, FormBody) async throws -> Void
    ) async throws -> Response {
        let viewer = try context.staff(.moderator, .administrator)
        let form = try await FormBody(request)
        let skipped = form["later"] ?? ""
        do {
            try await body(viewer, form)
            return .seeOther(context.links.reports(later: Self.ids(skipped).map(\.text).joined(separator: ","), isDone: true))
        } catch let refusal as Refusal where refusal.kind == .invalid {
            return try await page(skipped, FormState(form.fields, refusal: refusal), viewer, context).response(status: 422)
        }
    }

    private func page(
        _ skipped: String, _ state: FormState, _ viewer: Viewer, _ context: TownContext, isDone: Bool = false
    ) async throws -> ReportDeskPage {
        let ids = Self.ids(skipped)
        let desk = try await moderation.desk(skipping: Set(ids), by: viewer.actor, in: context.facts)
        return ReportDeskPage(
            site: Site(context, "/moderation"), desk: desk, later: ids.map(\.text).joined(separator: ","), state: state, isDone: isDone)
    }

    private static func ids(_ text: String) -> [ID<Report>] { text.split(separator: ",").prefix(50).compactMap { ID(text: $0) } }
}
