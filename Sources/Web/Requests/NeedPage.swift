import Domain
import HTML
import Localization
import UseCases

/// One need, with what is good to know before saying « je peux aider ».
struct NeedPage: Page {
    let site: Site
    let need: Need

    var title: String { "\(label), \(place)" }
    var mainClass: String? { "page sheet" }

    private var category: Domain.Category? { site.facts.category(need.category) }
    private var label: String { category.map { site.label($0) } ?? "" }
    private var place: String { site.facts.neighbourhood(need.neighbourhood)?.name ?? t("board.somewhere") }

    var content: Markup {
        .list([
            a(.class("back"), .href(links.needs)) {
                icon("arrow-left")
                t("board.needs.all")
            },
            header,
            div(.class("stack")) {
                if let text = need.text { p(.class("lead")) { t("board.quote", ["text": text]) } }
                if let guidance = category?.guidance(site.language) { p { guidance } }
                protection
                div(.class("actions")) {
                    a(.class("button large"), .href(links.helping(need.id)), .rel("nofollow")) { t("needs.help") }
                    a(.class("button quiet"), .href(links.needs)) { t("needs.notThisTime") }
                }
                doubt
            },
        ])
    }

    private var header: Markup {
        div(.class("page-header")) {
            p { NeedFacts.badge(need.time, t) }
            h1 { label }
            ul(.class("card-facts")) {
                NeedFacts.fact("pin", place)
                if category?.mode == .remote { NeedFacts.fact("remote", t("board.way.remote")) }
                if category?.tier == .doorstep { NeedFacts.fact("door", t("needs.doorstep")) }
            }
        }
    }

    private var protection: Markup {
        div(.class("notice info")) {
            icon("lock")
            div { p { t("needs.contact") } }
        }
    }

    private var doubt: Markup {
        p(.class("meta")) {
            t("board.doubt")
            " "
            a(.href(links.report(need: need.id)), .rel("nofollow")) { t("board.report") }
        }
    }
}
