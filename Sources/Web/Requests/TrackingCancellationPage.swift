import Domain
import HTML
import Localization

struct TrackingCancellationPage: Page {
    let site: Site
    let pages: TrackingLinks
    /// Who said yes and will be told.
    let helper: String?

    var title: String { t("cancel.title") }
    var mainClass: String? { "page sheet" }

    var content: Markup {
        .list([
            a(.class("back"), .href(pages.root)) {
                icon("arrow-left")
                t("form.back")
            },
            h1 { title },
            p(.class("lead")) { helper.map { t("cancel.lead.helper", ["name": $0]) } ?? t("cancel.lead") },
            HTML.form(.method("post"), .action(pages.cancellation)) {
                fieldset(.class("field")) {
                    legend {
                        t("cancel.why")
                        " "
                        span(.class("optional")) { t("form.optional") }
                    }
                    div(.class("tiles")) {
                        for (position, reason) in Outcome.Reason.ofCancelling.enumerated() {
                            Fields(t: t, state: FormState()).tile(
                                "reason", reason.rawValue, t("outcome.asker.\(reason.rawValue)"), first: position == 0)
                        }
                    }
                }
                div(.class("actions")) {
                    button(.class("button secondary danger"), .type("submit")) { t("cancel.yes") }
                    a(.class("button quiet"), .href(pages.root)) { t("cancel.no") }
                }
            },
        ])
    }
}
