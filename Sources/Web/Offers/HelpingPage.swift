import Domain
import HTML
import Localization
import UseCases

/// « Vous pouvez aider ? »: the need, what to know before a yes, one button. Or what is still missing.
struct HelpingPage: Page {
    let site: Site
    let question: Helping.Question
    let state: FormState

    private var need: Need { question.need }
    private var label: String { site.label(question.category) }
    var title: String { state.refusal == nil ? t("helping.title") : t("form.errorTitle", ["title": t("helping.title")]) }
    var mainClass: String? { "page sheet" }

    var content: Markup {
        .list([
            a(.class("back"), .href(links.need(need.id))) {
                icon("arrow-left")
                t("form.back")
            },
            Fields(t: t, state: state).errorSummary,
            div(.class("page-header")) {
                h1 { t("helping.title") }
                ul(.class("card-facts")) {
                    NeedFacts.fact(question.category.icon, label)
                    NeedFacts.fact("pin", site.facts.neighbourhood(need.neighbourhood)?.name ?? t("board.somewhere"))
                    NeedFacts.fact("clock", t("needs.time.\(need.time.rawValue)"))
                }
            },
            question.obstacle.map { Obstacle(site: site, refusal: $0, back: links.helping(need.id)).markup } ?? yes,
            BeforeYes(site: site, category: question.category, frame: .neighbour).markup,
        ])
    }

    private var yes: Markup {
        form(.method("post"), .action(links.helping(need.id)), .attr("novalidate", "")) {
            p { t("needs.contact") }
            if question.needsBirthYear {
                Fields(t: t, state: state).input(
                    "birthYear", t("offer.birthYear"), kind: .number, hint: t("offer.birthYear.hint"), autocomplete: "bday-year",
                    short: true)
            }
            div(.class("actions")) {
                button(.class("button large"), .type("submit")) { t("helping.yes") }
                a(.class("button quiet"), .href(links.needs)) { t("needs.notThisTime") }
            }
        }
    }
}

/// Thanks to somebody who came second.
struct NeedOverPage: Page {
    let site: Site

    var title: String { t("helping.over.title") }
    var mainClass: String? { "page sheet" }

    var content: Markup {
        div(.class("empty")) {
            svg(.class("illustration"), .attr("viewBox", "0 0 320 224"), .aria("hidden", true)) {
                use(.href("/static/illustrations/quiet.svg#scene"))
            }
            h1 { title }
            p(.class("lead")) { t("helping.over.words") }
            p(.class("actions")) { a(.class("button"), .href(links.needs)) { t("board.needs.all") } }
        }
    }
}
