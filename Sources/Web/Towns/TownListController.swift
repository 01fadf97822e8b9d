import Domain
import HTML
import Hummingbird
import Localization
import UseCases

/// `/` on a host that belongs to no town: the towns of the instance.
struct TownListController: Sendable {
    let house: House
    let isSecure: Bool

    func show(_ request: Request, _ context: AppContext) async throws -> Response {
        // The cookie of the language is the same for every town of the host.
        let jar = CookieJar(isSecure: isSecure, town: "")
        if let chosen = LanguageChoice.redirect(request, base: "", jar: jar) { return chosen }
        let t = Localizer(language: LanguageChoice.of(request, viewer: nil, jar: jar), catalogue: house.catalogue)
        let towns = house.towns.all.map { TownListPage.Entry(town: $0.town, url: house.base(of: $0.town) + "/") }
        return .html(TownListPage(t: t, towns: towns).markup)
    }
}
