import Domain
import HTML
import Localization
import UseCases

struct TrackingChangePage: Page {
    let site: Site
    let pages: TrackingLinks
    let mayChangeContact: Bool
    /// Whether new words are read before others see them.
    let isReviewed: Bool
    let state: FormState

    var title: String {
        state.refusal == nil ? t("tracking.change.title") : t("form.errorTitle", ["title": t("tracking.change.title")])
    }
    var mainClass: String? { "page sheet" }

    private var fields: Fields { Fields(t: t, state: state) }

    var content: Markup {
        .list([
            a(.class("back"), .href(pages.root)) {
                icon("arrow-left")
                t("form.back")
            },
            fields.errorSummary, h1 { t("tracking.change.title") }, form,
        ])
    }

    private var form: Markup {
        HTML.form(.method("post"), .action(pages.change), .attr("novalidate", "")) {
            when
            words
            if mayChangeContact { contact }
            div(.class("actions")) {
                button(.class("button"), .type("submit")) { t("tracking.change.save") }
                a(.class("button quiet"), .href(pages.root)) { t("tracking.change.nothing") }
            }
        }
    }

    private var when: Markup {
        fieldset(.class(state.refused("when") == nil ? "field" : "field invalid")) {
            legend { t("ask.when.label") }
            fields.error("when")
            div(.class("tiles")) {
                fields.tile("when", "now", t("ask.when.now"), icon: "clock", hint: t("ask.when.now.hint"), first: true)
                fields.tile("when", "date", t("ask.when.date"), icon: "calendar")
                div(.class("reveal")) {
                    fields.input("date", t("ask.when.day"), kind: .date, hint: t("ask.when.day.hint"), short: true)
                }
                fields.tile("when", "every", t("ask.when.every"), icon: "repeat")
                div(.class("reveal")) {
                    fields.choice(
                        "rhythm", t("ask.when.rhythm"),
                        WhenWanted.Rhythm.allCases.map { ($0.rawValue, t("rhythm.\($0.rawValue)")) })
                }
            }
        }
    }

    private var words: Markup {
        .list([
            isReviewed ? p(.class("hint")) { t("tracking.change.review") } : .empty,
            fields.area("details", t("ask.details.details"), hint: t("ask.details.health"), optional: true, maxlength: 1_000),
            fields.area(
                "constraints", t("ask.details.constraints"), hint: t("ask.details.constraints.hint"), optional: true, maxlength: 500,
                rows: 3),
        ])
    }

    private var contact: Markup {
        fieldset(.class("field")) {
            legend { t("ask.contact.label") }
            p(.class("hint")) { t("ask.contact.hint") }
            fields.input("email", t("ask.contact.email"), kind: .email, autocomplete: "email")
            fields.input("phone", t("ask.contact.phone"), kind: .tel, autocomplete: "tel")
        }
    }
}
