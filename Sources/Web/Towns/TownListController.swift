import Domain
import HTML
import Hummingbird
import Localization
import UseCases

/// `/` on a host that belongs to no town: the towns of the instance.
struct TownListController: Sendable {
    let house: House

    func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let t = Localizer(language: Language(acceptLanguage: request.headers[.acceptLanguage] ?? ""), catalogue: house.catalogue)
        return .html(page(t))
    }

    private func page(_ t: Localizer) -> Markup {
        document(lang: t.language.rawValue) {
            head {
                meta(.attr("charset", "utf-8"))
                meta(.name("viewport"), .attr("content", "width=device-width, initial-scale=1"))
                title { t("towns.title") }
                link(.rel("stylesheet"), .href(Assets.stylesheet))
            }
            body {
                a(.class("skip"), .href("#contenu")) { t("site.skip") }
                main(.id("contenu"), .class("page narrow"), .tabindex(-1)) {
                    div(.class("page-header")) {
                        h1 { t("towns.title") }
                        p(.class("lead")) { t("towns.lead") }
                    }
                    ul(.class("services")) {
                        for facts in house.towns.all { li { a(.href(house.base(of: facts.town) + "/")) { facts.town.name } } }
                    }
                }
            }
        }
    }
}
