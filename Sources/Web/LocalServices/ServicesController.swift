import Domain
import Hummingbird
import UseCases

/// `/services`: the directory, for everybody.
struct ServicesController: Sendable {
    let directory: ServiceDirectory

    /// What the address asks for and nobody understands is left out, so that an old link still shows a list.
    func index(_ request: Request, _ context: TownContext) async throws -> Response {
        let query = request.uri.queryParameters
        let filter = ServiceFilter(
            topic: query["theme"].flatMap { LocalService.Topic(rawValue: String($0)) },
            neighbourhood: query["quartier"].flatMap { context.facts.neighbourhood(slug: String($0)) },
            isOpenOnly: query["ouvert"] != nil)
        return ServicesPage(
            site: Site(context, "/services"), filter: filter, reading: directory.read(filter, in: context.facts)
        ).response()
    }
}
