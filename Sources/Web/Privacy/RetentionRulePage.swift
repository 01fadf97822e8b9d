import Domain
import HTML
import Localization

/// One rule: what it is about, and the two things that are the town's to say.
struct RetentionRulePage: Page {
    let site: Site
    let rule: RetentionRule
    let state: FormState

    private var words: RetentionWords { RetentionWords(t: t) }
    var title: String { words.name(rule.subject) }
    var mainClass: String? { "page sheet" }

    var content: Markup {
        let fields = Fields(t: t, state: state)
        return .list([
            a(.class("back"), .href(links.retention)) {
                icon("arrow-left")
                t("form.back")
            },
            fields.errorSummary, heading(lead: words.hint(rule.subject)), p { t("retention.then", ["fate": words.fate(rule.fate)]) },
            form(.method("post"), .action(links.retentionRule(rule.subject)), .attr("novalidate", "")) {
                fields.input(
                    "term", t("retention.term.\(rule.unit.rawValue)"), kind: .number,
                    hint: t(
                        "retention.bounds.\(rule.unit.rawValue)", ["from": rule.choices.lowerBound, "to": rule.choices.upperBound]),
                    short: true)
                fields.input("approval", t("retention.approval"), hint: t("retention.approval.hint"), optional: true, maxlength: 120)
                div(.class("actions")) { button(.class("button"), .type("submit")) { t("administration.save") } }
            },
        ])
    }
}
