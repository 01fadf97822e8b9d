import Domain
import HTML
import Localization
import UseCases

/// « Que s’est-il passé ? » The helper's side of a no-show.
struct NoShowPage: Page {
    let site: Site
    let heard: HeardNoShow
    let token: String
    let state: FormState
    let isSaid: Bool

    var title: String { state.refusal == nil ? t("noShow.title") : t("form.errorTitle", ["title": t("noShow.title")]) }
    var mainClass: String? { "page sheet" }

    private var fields: Fields { Fields(t: t, state: state) }

    var content: Markup {
        .list([
            fields.errorSummary,
            div(.class("page-header")) {
                p(.class("meta")) { [heard.reference.text, site.label(heard.category), when].joined(separator: ", ") }
                h1 { t("noShow.title") }
            },
            isSaid ? said : .empty, heard.noShow.state == .recorded ? question : decided,
        ])
    }

    private var said: Markup {
        div(.class("notice success"), .role("status")) {
            icon("check")
            div { p { t("noShow.said") } }
        }
    }

    private var question: Markup {
        .list([
            p(.class("lead")) { t("noShow.lead") },
            form(.method("post"), .action(links.noShow(token)), .attr("novalidate", "")) {
                fields.area("words", t("noShow.words"), hint: t("noShow.words.hint"), maxlength: NoShow.longestWords)
                div(.class("actions")) { button(.class("button"), .type("submit")) { t("noShow.send") } }
            },
        ])
    }

    private var decided: Markup {
        .list([
            p(.class("lead")) { t("noShow.decided.\(heard.noShow.state == .kept ? "kept" : "struck")") },
            heard.noShow.answer.map { answer in p { t("answer.quote", ["words": answer.words]) } } ?? .empty,
        ])
    }

    private var when: String {
        heard.appointmentAt.map { t.dateTime($0.milliseconds) } ?? WantedWords(t: t).words(heard.wanted)
    }
}
