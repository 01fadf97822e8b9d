import Hummingbird
import UseCases

struct HomeController: Sendable {
    func show(_ request: Request, _ context: TownContext) async throws -> Response {
        HomePage(site: Site(context, "/")).response()
    }
}
