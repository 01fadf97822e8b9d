import Domain
import HTML
import Localization
import UseCases

/// A report that waits, with the text in view, and one decision; no name in sight.
struct ReportDeskPage: Page {
    let site: Site
    let desk: ReportDesk
    let later: String
    let state: FormState
    let isDone: Bool

    var title: String { state.refusal == nil ? t("reports.title") : t("form.errorTitle", ["title": t("reports.title")]) }
    var mainClass: String? { "page sheet" }

    var content: Markup {
        .list([
            a(.class("back"), .href(links.moderation)) {
                icon("arrow-left")
                t("moderation.title")
            },
            div(.class("page-header")) {
                h1 { t("reports.title") }
                if desk.count > 0 { p(.class("lead")) { t("reports.waiting", count: desk.count) } }
            },
            isDone
                ? div(.class("notice success"), .role("status")) {
                    icon("check")
                    div { p { t("moderation.done") } }
                } : .empty,
            desk.opened.map(screen) ?? desk.appealed.map(appeal) ?? nothing,
        ])
    }

    private var nothing: Markup {
        .list([
            p { t(desk.count == 0 ? "reports.none" : "reports.restLater") },
            desk.count == 0 ? .empty : p { a(.class("link"), .href(links.reports)) { t("reports.again") } },
        ])
    }

    private func screen(_ opened: ReportDesk.Opened) -> Markup {
        let fields = Fields(t: t, state: state)
        return .list([
            fields.errorSummary,
            ReportedBox(site: site, report: opened.report, place: (opened.category, opened.neighbourhood), now: desk.now).markup,
            opened.stop == nil
                ? .empty
                : div(.class("notice warning")) {
                    icon("warning")
                    div { p { t("reports.stopped") } }
                },
            before(opened),
            form(opened.report, fields),
        ])
    }

    /// How often others were here before, where anybody was.
    private func before(_ opened: ReportDesk.Opened) -> Markup {
        let words = [
            opened.otherReports == 0 ? nil : t("reports.others", count: opened.otherReports),
            opened.earlierStops == 0 ? nil : t("reports.stopsBefore", count: opened.earlierStops),
        ].compactMap(\.self)
        return words.isEmpty ? .empty : p(.class("meta")) { words.joined(separator: " ") }
    }

    private func form(_ report: Report, _ fields: Fields) -> Markup {
        HTML.form(.method("post"), .action(links.decision(report.id)), .attr("novalidate", "")) {
            HTML.input(.type("hidden"), .name("later"), .value(later))
            fieldset(.class(state.refused("decision") == nil ? "field" : "field invalid")) {
                legend { t("reports.decision") }
                fields.error("decision")
                div(.class("tiles")) {
                    fields.tile("decision", "dismiss", t("reports.dismiss"), icon: "check", first: true)
                    if report.textKind != nil {
                        fields.tile("decision", "withdraw", t("reports.withdraw"), icon: "edit")
                        div(.class("reveal")) {
                            fields.choice(
                                "textReason", t("moderation.reason"),
                                TextDecision.Reason.allCases.map { ($0.rawValue, t("moderation.reason.\($0.rawValue)")) })
                        }
                    }
                    fields.tile("decision", "stop", t("reports.stop"), icon: "cross")
                    div(.class("reveal")) {
                        Fields(t: t, state: filled(report)).choice(
                            "stopReason", t("reports.stopReason"),
                            Report.Reason.allCases.map { ($0.rawValue, t("report.reason.\($0.rawValue)")) })
                    }
                }
            }
            fields.area("words", t("reports.words"), hint: t("reports.words.hint"), optional: true, maxlength: 500, rows: 3)
            actions(report.id)
        }
    }

    private func appeal(_ appealed: ReportDesk.Appealed) -> Markup {
        let (stop, fields) = (appealed.stop, Fields(t: t, state: state))
        return .list([
            fields.errorSummary,
            ReportedBox(site: site, report: appealed.report, place: (nil, nil), now: desk.now).markup,
            section(.class("stack"), .aria("labelledby", "recours")) {
                h2(.id("recours")) { t("reports.appeal") }
                p(.class("meta")) { t("stop.since", ["date": t.date(stop.since.milliseconds)]) }
                p { t("stop.why.\(stop.reason.rawValue)") }
                div(.class("box tint")) { p { stop.appeal?.words ?? "" } }
            },
            HTML.form(.method("post"), .action(links.stopAnswer(stop.id)), .attr("novalidate", "")) {
                HTML.input(.type("hidden"), .name("later"), .value(later))
                fieldset(.class(state.refused("result") == nil ? "field" : "field invalid")) {
                    legend { t("moderation.appeal.result") }
                    fields.error("result")
                    div(.class("tiles")) {
                        fields.tile("result", "overturned", t("reports.lift"), icon: "check", first: true)
                        fields.tile("result", "upheld", t("reports.uphold"), icon: "cross")
                    }
                }
                fields.area("words", t("reports.answer"), hint: t("reports.words.hint"), maxlength: 1_000, rows: 4)
                actions(appealed.report.id)
            },
        ])
    }

    private func actions(_ report: ID<Report>) -> Markup {
        div(.class("actions")) {
            button(.class("button"), .type("submit")) { t("moderation.decide") }
            a(.class("button quiet"), .href(links.reports(later: later.isEmpty ? report.text : "\(later),\(report.text)"))) {
                t("moderation.later")
            }
        }
    }

    /// What was reported is there to be changed.
    private func filled(_ report: Report) -> FormState {
        var state = state
        if state["stopReason"].isEmpty { state.values["stopReason"] = report.reason.rawValue }
        return state
    }
}
