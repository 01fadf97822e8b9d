import Domain
import Hummingbird
import UseCases

/// Taking a request back, after a page that asks once more.
struct TrackingCancellationController: Sendable {
    let requests: Requests
    let closing: RequestClosing
    let entrance: TrackingEntrance

    func show(_ request: Request, _ context: TownContext) async throws -> Response {
        let way = try entrance.way(context)
        let tracked = try await entrance.guarded(context) { try await requests.tracked(way.door, in: context.facts) }
        guard tracked.isLive else { return .seeOther(way.pages.root) }
        return TrackingCancellationPage(site: Site(context, "/suivi"), pages: way.pages, helper: tracked.helperName).response()
    }

    func create(_ request: Request, _ context: TownContext) async throws -> Response {
        try entrance.throttle.take(.write, context.network)
        let way = try entrance.way(context)
        let body = try await FormBody(request)
        let reason = body["reason"].flatMap { Outcome.Reason(rawValue: $0) }.flatMap { Outcome.Reason.ofCancelling.contains($0) ? $0 : nil }
        try await entrance.guarded(context) { try await closing.cancel(through: way.door, reason: reason, in: context.facts) }
        return .seeOther(way.pages.root)
    }
}
