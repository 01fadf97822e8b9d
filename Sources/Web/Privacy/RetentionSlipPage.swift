import Domain
import HTML
import Localization

/// The slip of what was destroyed in one night by one rule, to print and file.
struct RetentionSlipPage: Page {
    let site: Site
    let run: RetentionRun

    private var words: RetentionWords { RetentionWords(t: t) }
    var title: String { t("retention.slip.title") }
    var mainClass: String? { "page narrow" }

    var content: Markup {
        .list([
            heading(lead: t("retention.slip.lead", ["town": site.town.name])),
            p(.class("actions")) {
                button(.class("button needs-script"), .type("button"), .data("print", "")) {
                    icon("print")
                    t("dayList.print")
                }
                a(.class("button quiet"), .href(links.retention)) { t("form.back") }
            },
            dl(.class("summary")) {
                fact("number", run.id.text)
                fact("subject", words.name(run.subject))
                fact("count", t.number(run.span.count))
                fact("span", words.span(run.span))
                fact("term", run.term.words(t))
                fact("fate", words.fate(run.fate))
                fact("approval", run.approval ?? t("retention.noApproval"))
                fact("when", t.dateTime(run.startedAt.milliseconds))
                fact("who", t("retention.slip.machine"))
                fact("controller", site.town.settings.controllers.mutualAid?.name ?? t("notice.townHall", ["town": site.town.name]))
            },
            p { t("retention.slip.noName") }, p { t("retention.slip.signature") },
        ])
    }

    private func fact(_ name: String, _ value: String) -> Markup {
        div {
            dt { t("retention.slip.\(name)") }
            dd { value }
        }
    }
}
