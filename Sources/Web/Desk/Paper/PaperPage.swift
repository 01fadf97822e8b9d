import Domain
import HTML
import Localization
import UseCases

/// What can be printed for a day without network, and where it is entered afterwards.
struct PaperPage: Page {
    let site: Site
    let choices: Paper.Choices
    let state: FormState

    var title: String { state.refusal == nil ? t("paper.title") : t("form.errorTitle", ["title": t("paper.title")]) }

    private var fields: Fields { Fields(t: t, state: state) }

    var content: Markup {
        .list([
            BackLink(path: links.desk, label: t("desk.title")).markup,
            fields.errorSummary,
            div(.class("page-header")) {
                h1 { t("paper.title") }
                p(.class("lead")) { t("paper.lead") }
            },
            p(.class("actions")) {
                a(.class("button"), .href(links.paperEntry)) {
                    icon("edit")
                    t("paper.enter")
                }
            },
            div(.class("split")) {
                sheets
                div(.class("stack")) {
                    quartiers
                    organisations
                }
            },
        ])
    }

    private var sheets: Markup {
        section(.class("box"), .aria("labelledby", "fiches")) {
            h2(.id("fiches")) { t("paper.sheets") }
            p { t("paper.sheets.lead") }
            HTML.form(.method("post"), .action(links.paperSheets), .attr("novalidate", "")) {
                fields.input(
                    "copies", t("paper.copies"), kind: .number, hint: t("paper.copies.hint", ["most": PaperSlip.mostCopies]),
                    autocomplete: "off", short: true)
                div(.class("actions")) { button(.class("button secondary"), .type("submit")) { t("paper.sheets.make") } }
            }
        }
    }

    @MarkupBuilder private var quartiers: Markup {
        let options =
            choices.quartiers.map { ($0.slug, $0.name) }
            + (choices.hasUnplaced ? [(PaperController.unplaced, t("paper.list.unplaced"))] : [])
        if !options.isEmpty { list("quartier", t("paper.list.quartier"), options) }
    }

    @MarkupBuilder private var organisations: Markup {
        if !choices.organisations.isEmpty {
            list("organisation", t("paper.list.organisation"), choices.organisations.map { ($0.id.text, $0.name) })
        }
    }

    private func list(_ name: String, _ heading: String, _ options: [(String, String)]) -> Markup {
        section(.class("box"), .aria("labelledby", "liste-\(name)")) {
            h2(.id("liste-\(name)")) { heading }
            HTML.form(.method("get"), .action(links.paperList)) {
                fields.choice(name, t("paper.list.which"), options.map { (value: $0.0, label: $0.1) })
                div(.class("actions")) { button(.class("button secondary"), .type("submit")) { t("paper.list.show") } }
            }
        }
    }
}
