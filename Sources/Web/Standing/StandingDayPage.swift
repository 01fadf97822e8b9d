import Domain
import HTML
import Localization
import UseCases

/// From which day on the helper comes.
struct StandingDayPage: Page {
    let site: Site
    let standing: StandingView
    let root: String
    let state: FormState

    var title: String { state.refusal == nil ? t("standing.chooseDay") : t("form.errorTitle", ["title": t("standing.chooseDay")]) }
    var mainClass: String? { "page sheet" }

    var content: Markup {
        let fields = Fields(t: t, state: state)
        return .list([
            a(.class("back"), .href(root)) {
                icon("arrow-left")
                t("form.back")
            },
            fields.errorSummary, h1 { t("standing.chooseDay") },
            p(.class("lead")) { t("standing.day.words", ["rhythm": t("rhythm.\(standing.rhythm.rawValue)")]) },
            form(.method("post"), .action(root + "/premier-jour"), .attr("novalidate", "")) {
                fields.input("first", t("standing.day.label"), kind: .date, hint: t("ask.when.day.hint"), short: true)
                div(.class("actions")) { button(.class("button"), .type("submit")) { t("standing.day.save") } }
            },
        ])
    }
}
