import Domain
import Hummingbird
import UseCases

/// The page of a request for the one who asked: what happens now, and by when somebody answers or rings.
struct TrackingController: Sendable {
    let requests: Requests
    let standing: Standing
    let entrance: TrackingEntrance

    func show(_ request: Request, _ context: TownContext) async throws -> Response {
        let way = try entrance.way(context)
        let tracked = try await entrance.guarded(context) { try await requests.tracked(way.door, in: context.facts) }
        let query = request.uri.queryParameters
        let news: TrackingPage.News? =
            query["nouvelle"] != nil
            ? .sent
            : query["change"] != nil
                ? .changed
                : query["recours"] != nil
                    ? .appealed
                    : query["maintien"] != nil ? .renewed : nil
        return TrackingPage(
            site: Site(context, "/suivi"), tracked: tracked, pages: way.pages, news: news, answered: query["moment"].map(String.init),
            standing: try await pair(way, tracked, context)
        ).response()
    }

    /// Nobody's where the conversation may not be read.
    private func pair(_ way: TrackingEntrance.Way, _ tracked: TrackedRequest, _ context: TownContext) async throws -> StandingView? {
        guard case .every = tracked.request.wanted, tracked.mandate.map({ $0.powers.contains(.converse) }) ?? true else { return nil }
        return try await standing.view(.tracking(way.door), in: context.town)
    }
}
