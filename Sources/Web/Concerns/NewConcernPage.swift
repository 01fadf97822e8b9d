import Domain
import HTML
import Localization
import UseCases

/// « Je m’inquiète pour quelqu’un » : what was seen or heard, and first of all whom to call when there is danger.
struct NewConcernPage: Page {
    let site: Site
    let source: Concerning.Source
    let about: Concerning.About
    let state: FormState

    var title: String { state.refusal == nil ? t("concern.new") : t("form.errorTitle", ["title": t("concern.new")]) }
    var mainClass: String? { "page sheet" }

    private var fields: Fields { Fields(t: t, state: state) }

    var content: Markup {
        let (name, value) = ConcernSource.query(source)
        return .list([
            BackLink(path: ConcernSource.back(source, links), label: t("form.back")).markup,
            div(.class("page-header")) {
                h1 { t("concern.new") }
                p(.class("lead")) { about.subject == nil ? t("concern.new.lead") : t("concern.new.about", ["name": about.name ?? ""]) }
            },
            Emergency(t: t).markup,
            fields.errorSummary,
            HTML.form(.class("stack"), .method("post"), .action(links.newConcern), .attr("novalidate", "")) {
                HTML.input(.type("hidden"), .name(name), .value(value))
                fields.input(
                    "who", about.subject == nil ? t("concern.who") : t("concern.who.other"), hint: t("concern.who.hint"),
                    optional: about.subject != nil, autocomplete: "off", maxlength: 200)
                kinds
                fields.area("words", t("concern.words"), hint: t("concern.words.hint"), maxlength: 1_000, rows: 4)
                div(.class("actions")) { button(.class("button"), .type("submit")) { t("concern.raise") } }
            },
        ])
    }

    private var kinds: Markup {
        fieldset(.class(state.refused("kind") == nil ? "field" : "field invalid")) {
            legend { t("concern.kind") }
            fields.error("kind")
            div(.class("tiles")) {
                for (place, kind) in Concern.Kind.allCases.enumerated() {
                    fields.tile(
                        "kind", kind.rawValue, t("concern.kind.\(kind.rawValue)"), hint: t("concern.time.\(kind.rawValue)"),
                        first: place == 0)
                }
            }
        }
    }
}

/// To whoever raised it: who has it, and by when.
struct RaisedConcernPage: Page {
    let site: Site
    let raised: Concerning.Raised
    let back: String?

    var title: String { t("concern.raised") }
    var mainClass: String? { "page narrow" }

    var content: Markup {
        .list([
            div(.class("panel"), .role("status")) {
                span(.class("window")) { icon("check") }
                h1 { title }
                p { state }
                p { t("concern.raised.told") }
            },
            Emergency(t: t).markup,
            back.map { path in p(.class("actions")) { a(.class("button"), .href(path)) { t("form.back") } } } ?? .empty,
        ])
    }

    private var state: String {
        let concern = raised.concern
        if concern.takenAt != nil { return t("concern.raised.taken") }
        let facts = [
            "who": raised.recipient ?? t("concern.duty"), "deadline": t.deadline(concern.dueAt.milliseconds, now: raised.now.milliseconds),
        ]
        return t("concern.raised.to", facts)
    }
}
