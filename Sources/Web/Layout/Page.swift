import Domain
import HTML
import Hummingbird
import Localization
import UseCases

/// A page is a value: plain data with a content; no look-up and no rule inside.
protocol Page: Sendable {
    var site: Site { get }
    var title: String { get }
    /// `page`, `page narrow`, `page sheet`, or none.
    var mainClass: String? { get }
    /// What this page alone loads.
    var ownAssets: Markup { get }
    var content: Markup { get }
}

extension Page {
    var mainClass: String? { "page" }
    var ownAssets: Markup { .empty }
    var t: Localizer { site.t }
    var links: Links { site.links }

    func response(status: Int = 200) -> Response { .html(site.document(self), status: .init(code: status)) }
}

/// What surrounds each page of a town.
struct Site: Sendable {
    let facts: TownFacts
    let links: Links
    let t: Localizer
    let viewer: Viewer?
    /// The path of this page below the town's base, to mark where one is.
    let path: String

    init(_ context: TownContext, _ path: String) {
        facts = context.facts
        links = context.links
        t = context.t
        viewer = context.viewer
        self.path = path
    }

    var town: Town { facts.town }
    var language: String { t.language.rawValue }
    var theme: String { "\(links.theme)?v=\(facts.look)" }
    var logo: String { "\(links.logo)?v=\(facts.look)" }
    func label(_ category: Category) -> String { category.label(language) }

    func document(_ page: some Page) -> Markup {
        HTML.document(lang: language) {
            head {
                meta(.attr("charset", "utf-8"))
                meta(.name("viewport"), .attr("content", "width=device-width, initial-scale=1"))
                title { t("site.title", ["page": page.title, "town": town.name]) }
                link(.rel("stylesheet"), .href(Assets.stylesheet))
                link(.rel("stylesheet"), .href(theme))
                link(.rel("icon"), .href("/static/illustrations/logo.svg"), .type("image/svg+xml"))
                script(src: Assets.script, .type("module"))
                page.ownAssets
            }
            body {
                a(.class("skip"), .href("#contenu")) { t("site.skip") }
                SiteHeader(site: self).markup
                CrisisBanner(site: self).markup
                main(.id("contenu"), .class(page.mainClass), .tabindex(-1)) { page.content }
                SiteFooter(site: self).markup
            }
        }
    }
}

/// Addresses of the static files; the server fills in the content's hash once at start.
enum Assets {
    static let stylesheet = "/static/app.css"
    static let script = "/static/app.js"
}

extension Page {
    /// A box with a picture and a sentence: `success`, `info`, `warning`.
    func notice(_ style: String, _ symbol: String, _ words: String) -> Markup {
        div(.class("notice \(style)"), .role(style == "success" ? "status" : nil)) {
            icon(symbol)
            div { p { words } }
        }
    }
}
