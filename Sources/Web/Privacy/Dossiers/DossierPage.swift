import Domain
import HTML
import Localization
import UseCases

/// A file to read, complete and print.
struct DossierPage: Page {
    let site: Site
    let dossier: Dossier

    var title: String { t("dossier.\(dossier.kind.word)") }
    var mainClass: String? { "page narrow" }

    var content: Markup {
        .list([
            heading(
                lead: t("dossier.lead", ["town": site.town.name, "date": t.date(dossier.standing.now.milliseconds)])),
            p(.class("actions")) {
                button(.class("button needs-script"), .type("button"), .data("print", "")) {
                    icon("print")
                    t("dayList.print")
                }
                a(.class("button quiet"), .href(links.dossiers)) { t("form.back") }
            },
            p { t("dossier.honest") },
            .list(dossier.parts.map { shown in part(shown.title) { for line in grouped(shown.lines) { line } } }),
        ])
    }

    /// Facts that follow each other are one list.
    private func grouped(_ lines: [Dossier.Line]) -> [Markup] {
        let texts = lines.compactMap { line -> Markup? in
            guard case .text(let words) = line else { return nil }
            return p { words }
        }
        let facts = lines.compactMap { line -> Markup? in
            guard case .fact(let name, let values) = line else { return nil }
            return div {
                dt { name }
                dd { value(values) }
            }
        }
        return texts + (facts.isEmpty ? [] : [dl(.class("summary")) { facts }])
    }

    private func value(_ values: [String]?) -> Markup {
        guard let values else { return strong { t("dossier.blank") } }
        return values.count == 1 ? .list([p { values[0] }]) : bullets(values)
    }
}

/// The four files, and what the settings do not know yet.
struct DossierListPage: Page {
    let site: Site
    let state: FormState
    let isSaved: Bool

    var title: String { t("dossiers.title") }

    var content: Markup {
        let fields = Fields(t: t, state: state)
        return .list([
            fields.errorSummary, heading(lead: t("dossiers.lead")), OfficerTabs(site: site, current: links.dossiers).markup,
            isSaved
                ? div(.class("notice success"), .role("status")) {
                    icon("check")
                    div { p { t("dossiers.saved") } }
                } : .empty,
            ul(.class("todo")) {
                for kind in Dossier.Kind.allCases {
                    li {
                        div {
                            h2 { a(.href(links.dossier(kind))) { t("dossier.\(kind.word)") } }
                            p { t("dossiers.\(kind.word)") }
                        }
                    }
                }
            },
            part(t("dossiers.processors")) {
                form(.method("post"), .action(links.dossiers), .attr("novalidate", ""), .class("box")) {
                    fields.area(
                        "processors", t("dossiers.processors.label"), hint: t("dossiers.processors.hint"), optional: true, maxlength: 2_000)
                    div(.class("actions")) { button(.class("button"), .type("submit")) { t("administration.save") } }
                }
            },
        ])
    }
}
