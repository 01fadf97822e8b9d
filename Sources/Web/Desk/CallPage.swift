import Domain
import HTML
import Localization
import UseCases

/// The one screen of a call, in the order in which people speak: what, for whom, where, what makes it pressing; who calls comes last.
struct CallPage: Page {
    let site: Site
    let screen: CallScreen

    var title: String { screen.state.refusal == nil ? t("call.title") : t("form.errorTitle", ["title": t("call.title")]) }

    var ownAssets: Markup { DeskVeil.assets(["call"]) }

    /// Where a key leads, in the order of the page.
    static let keys = [
        "category": "b", "address": "a", "constraints": "c", "firstName": "p", "phone": "t", "time": "h",
    ]

    var fields: Fields { Fields(t: t, state: screen.state, marksOptional: false, keys: Self.keys) }

    var content: Markup {
        .list([
            BackLink(path: links.desk, label: t("desk.title")).markup,
            div(.class("page-header")) {
                h1 { t("call.title") }
                p(.class("lead")) { t("call.lead") }
            },
            fields.errorSummary,
            screen.heavy.map { HeavyCells(site: site, heavy: $0).markup } ?? .empty,
            form,
            CallKeys(t: t).markup,
            DeskVeil(t: t).markup,
        ])
    }

    private var form: Markup {
        HTML.form(
            .class("split wide-first call"), .method("post"), .action(links.call(screen.call)), .attr("novalidate", ""),
            .data("draft", links.callDraft(screen.call) + "?partie=1"), .data("lost", t("call.lost")), .data("saving", t("call.saving"))
        ) {
            div(.class("questions")) {
                input(.type("hidden"), .name("version"), .value(String(screen.version)))
                input(.type("hidden"), .name("others"), .value(screen.state["others"]))
                input(.type("hidden"), .name("known"), .value(screen.state["known"]))
                questions
            }
            CallAside(site: site, screen: screen).markup
        }
    }

    private var questions: Markup {
        .list([
            // The first button of a form is what Enter presses: it only saves.
            div(.class("cluster saving")) {
                button(.class("button quiet small"), .type("submit"), .attr("formaction", links.callDraft(screen.call))) {
                    t("call.saveDraft")
                }
                p(.class("meta"), .id("enregistre"), .role("status")) { SavedWords(t: t, savedAt: screen.savedAt).text }
            },
            CallNeeds(page: self).markup,
            h2 { t("call.part.where") },
            CallPlace(page: self).markup,
            criteria,
            h2 { t("call.part.caller") },
            CallCaller(page: self).markup,
            div(.class("actions")) {
                button(.class("button"), .type("submit"), .attr("accesskey", "e")) { t("call.save") }
                button(.class("button secondary"), .type("submit"), .attr("formaction", links.callKept(screen.call))) { t("call.keep") }
            },
        ])
    }

    private var criteria: Markup {
        group("criteria", t("call.criteria"), hint: "\(t("call.criteria.hint")) \(rule)") {
            for (position, criterion) in Criterion.allCases.enumerated() {
                fields.tile(criterion.field, "yes", t("criterion.\(criterion.rawValue)"), first: position == 0, box: true)
            }
        }
    }

    private var rule: String { UrgencyWords(t: t, rule: site.town.settings.urgency).text }

    func aloud(_ words: String) -> Markup {
        div(.class("notice info")) {
            icon("talk")
            div { p { words } }
        }
    }

    func group(_ name: String, _ label: String, hint: String? = nil, wide: Bool = false, @MarkupBuilder tiles: () -> Markup) -> Markup {
        fieldset(.class(screen.state.refused(name) == nil ? "field" : "field invalid")) {
            legend { label }
            if let hint { p(.class("hint")) { hint } }
            fields.error(name)
            div(.class(wide ? "tiles" : "tiles two")) { tiles() }
        }
    }
}

/// The town's rule as a sentence: « Urgent : … ; deux critères ou plus : un cran plus vite. »
struct UrgencyWords {
    let t: Localizer
    let rule: UrgencyRule

    var text: String {
        let urgent = rule.urgent.map { t("criterion.short.\($0.rawValue)") }
        let parts = [
            urgent.isEmpty ? nil : t("call.rule.urgent", ["criteria": t.list(urgent)]),
            rule.raising == 0 ? nil : t("call.rule.raised", count: rule.raising),
        ]
        return parts.compactMap(\.self).joined(separator: " ")
    }
}

struct SavedWords {
    let t: Localizer
    let savedAt: Moment?

    var text: String { savedAt.map { t("call.saved", ["time": t.time($0.milliseconds)]) } ?? t("call.notSaved") }
}
