import Domain
import Hummingbird
import UseCases

/// The asker of a request disagrees with what was decided about its words, by link or signed in.
struct TrackingAppealController: Sendable {
    let requests: Requests
    let moderation: TextModeration
    let entrance: TrackingEntrance

    func show(_ request: Request, _ context: TownContext) async throws -> Response {
        let way = try entrance.way(context)
        return try await page(way, FormState(), context)?.response() ?? .seeOther(way.pages.root)
    }

    func create(_ request: Request, _ context: TownContext) async throws -> Response {
        try entrance.throttle.take(.write, context.network)
        let way = try entrance.way(context)
        let body = try await FormBody(request)
        do {
            try await entrance.guarded(context) { try await moderation.appeal(body.fields, through: way.door, in: context.facts) }
        } catch let refusal as Refusal where refusal.kind == .invalid {
            let page = try await page(way, FormState(body.fields, refusal: refusal), context)
            return page?.response(status: 422) ?? .seeOther(way.pages.root)
        }
        return .seeOther(way.pages.root + "?recours=1")
    }

    /// Nil where there is nothing to disagree with, or it was said already.
    private func page(_ way: TrackingEntrance.Way, _ state: FormState, _ context: TownContext) async throws -> AppealPage? {
        let tracked = try await entrance.guarded(context) { try await requests.tracked(way.door, in: context.facts) }
        guard let decision = tracked.decision, decision.mayBeAppealed(at: tracked.now) else { return nil }
        return AppealPage(
            site: Site(context, "/suivi"), decision: decision, action: way.pages.appeal, back: way.pages.root, state: state)
    }
}
