import Domain
import HTML
import Localization
import UseCases

/// One question whose answers are buttons, and the thanks. Once answered it is not asked again.
struct OutcomePage: Page {
    let site: Site
    let side: Outcome.Side
    let other: String?
    let reference: String
    let isSaid: Bool
    let back: String
    let action: String
    let refusal: Refusal?
    /// A neighbour had promised to come: when nobody came, both sides are heard.
    var hearsHelper = false
    /// What was typed of it.
    var typed: [String: String] = [:]

    var title: String { t(isSaid ? "outcome.thanks" : "outcome.title") }
    var mainClass: String? { "page sheet" }

    var content: Markup { isSaid ? thanks : question }

    private var question: Markup {
        .list([
            a(.class("back"), .href(back)) {
                icon("arrow-left")
                t("form.back")
            },
            Fields(t: t, state: FormState(refusal: refusal)).errorSummary,
            div(.class("page-header")) {
                p(.class("meta")) { other.map { t("outcome.with", ["reference": reference, "name": $0]) } ?? reference }
                h1 { title }
            },
            HTML.form(.class("stack"), .method("post"), .action(action)) {
                div(.class("actions"), .id("result")) {
                    answer("helped", "button large", icon("check"), t("outcome.helped"))
                    answer("partly", "button large secondary", icon("clock"), t("outcome.partly"))
                }
                h2 { t("outcome.notHelped") }
                div(.class("actions"), .id("reason")) {
                    for reason in Outcome.Reason.offered(to: side) where reason != .nobodyCame || !hearsHelper {
                        answer("not_helped.\(reason.rawValue)", "button secondary", .empty, words(reason))
                    }
                }
            },
            side == .asker && hearsHelper ? nobodyCame : .empty,
            p(.class("stuck")) {
                t("outcome.worry") + " "
                a(.href(links.report)) { t("outcome.worry.link") }
            },
        ])
    }

    /// Read by the owner of the request only, beside what the helper says.
    private var nobodyCame: Markup {
        HTML.form(.class("stack"), .method("post"), .action(action), .attr("novalidate", "")) {
            Fields(t: t, state: FormState(typed, refusal: refusal)).area(
                "words", t("outcome.nobodyCame.words"), hint: t("outcome.nobodyCame.hint"), optional: true, maxlength: NoShow.longestWords,
                rows: 3)
            div(.class("actions")) { answer("not_helped.nobody_came", "button secondary", .empty, words(.nobodyCame)) }
        }
    }

    private func words(_ reason: Outcome.Reason) -> String {
        side == .helper ? t("outcome.helper.\(reason.rawValue)") : t("outcome.asker.\(reason.rawValue)")
    }

    private func answer(_ value: String, _ look: String, _ symbol: Markup, _ words: String) -> Markup {
        button(.class(look), .type("submit"), .name("result"), .value(value)) {
            symbol
            " " + words
        }
    }

    private var thanks: Markup {
        .list([
            div(.class("panel"), .role("status")) {
                span(.class("window")) { icon("heart") }
                h1 { title }
                p { t(side == .asker ? "outcome.thanks.asker" : "outcome.thanks.helper") }
            },
            div(.class("actions")) {
                side == .asker
                    ? a(.class("button"), .href(links.ask)) { t("home.ask") }
                    : a(.class("button"), .href(links.needs)) { t("answer.others") }
                a(.class("button quiet"), .href(back)) { t("form.back") }
            },
        ])
    }
}
