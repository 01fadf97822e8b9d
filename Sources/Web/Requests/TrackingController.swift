import Domain
import Hummingbird
import UseCases

/// The page of a request for the one who asked: what happens now, and by when somebody answers or rings.
struct TrackingController: Sendable {
    let requests: Requests
    let entrance: TrackingEntrance

    func show(_ request: Request, _ context: TownContext) async throws -> Response {
        let way = try entrance.way(context)
        let tracked = try await entrance.guarded(context) { try await requests.tracked(way.door, in: context.facts) }
        let query = request.uri.queryParameters
        let news: TrackingPage.News? = query["nouvelle"] != nil ? .sent : query["change"] != nil ? .changed : nil
        return TrackingPage(site: Site(context, "/suivi"), tracked: tracked, pages: way.pages, news: news).response()
    }
}
