import Domain
import Hummingbird
import UseCases

/// The pages that every public site must have, filled from the town's settings.
struct InformationController: Sendable {
    func accessibility(_ request: Request, _ context: TownContext) async throws -> Response {
        AccessibilityPage(site: Site(context, "/accessibilite")).response()
    }

    func legal(_ request: Request, _ context: TownContext) async throws -> Response {
        LegalPage(site: Site(context, "/mentions-legales")).response()
    }

    func privacy(_ request: Request, _ context: TownContext) async throws -> Response {
        PrivacyPage(site: Site(context, "/vos-donnees")).response()
    }

    func help(_ request: Request, _ context: TownContext) async throws -> Response {
        HelpPage(site: Site(context, "/aide")).response()
    }

    func siteMap(_ request: Request, _ context: TownContext) async throws -> Response {
        SiteMapPage(site: Site(context, "/plan-du-site")).response()
    }
}
