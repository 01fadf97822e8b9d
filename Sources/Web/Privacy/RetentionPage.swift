import Domain
import HTML
import Localization
import UseCases

/// The table of what is kept how long, what the next night would take, and what the last ones took.
struct RetentionPage: Page {
    let site: Site
    let report: Retention.Report
    let isSaved: Bool

    var title: String { t("retention.title") }
    private var words: RetentionWords { RetentionWords(t: t) }

    var content: Markup {
        .list([
            heading(lead: t("retention.lead")), OfficerTabs(site: site, current: links.retention).markup,
            isSaved
                ? div(.class("notice success"), .role("status")) {
                    icon("check")
                    div { p { t("retention.saved") } }
                } : .empty,
            part(t("retention.rules")) {
                p { t("retention.tonight.lead") }
                table("retention.rules", ["subject", "term", "fate", "notice", "approval", "tonight", "change"]) {
                    for line in report.lines { row(line) }
                }
                p { t("retention.never") }
            },
            part(t("retention.agents")) { agents },
            part(t("retention.runs")) {
                if report.runs.isEmpty {
                    p { t("retention.noRuns") }
                } else {
                    table("retention.runs", ["night", "subject", "count", "span", "slip"]) { for run in report.runs { row(run) } }
                }
            },
        ])
    }

    private var agents: Markup {
        let isNamed = site.town.settings.privacy.namesAgents
        return .list([
            p { t(isNamed ? "retention.agents.named" : "retention.agents.unnamed") },
            form(.method("post"), .action(links.retention + "/agents")) {
                button(.class("button secondary"), .type("submit"), .name("named"), .value(isNamed ? "no" : "yes")) {
                    t(isNamed ? "retention.agents.unname" : "retention.agents.name")
                }
            },
        ])
    }

    private func table(_ caption: String, _ columns: [String], @MarkupBuilder rows: () -> Markup) -> Markup {
        HTML.table(.class("rows")) {
            HTML.caption { span(.class("visually-hidden")) { t(caption) } }
            thead { tr { for column in columns { th(.scope("col")) { t("retention.column.\(column)") } } } }
            tbody { rows() }
        }
    }

    private func row(_ line: Retention.Report.Line) -> Markup {
        tr {
            th(.scope("row")) { words.name(line.rule.subject) }
            cell("term", line.term.words(t))
            cell("fate", words.fate(line.rule.fate))
            cell("notice", line.rule.notice.map { t("retention.before", ["term": $0.words(t)]) } ?? t("retention.nobodyTold"))
            cell("approval", line.approval ?? t("retention.noApproval"))
            cell("tonight", tonight(line))
            td(.data("label", t("retention.column.change"))) {
                a(.href(links.retentionRule(line.rule.subject))) {
                    t("retention.change")
                    span(.class("visually-hidden")) { "\u{A0}: " + words.name(line.rule.subject) }
                }
            }
        }
    }

    private func tonight(_ line: Retention.Report.Line) -> String {
        let gone = t("retention.due", count: line.due?.count ?? 0)
        return line.notices == 0 ? gone : gone + " " + t("retention.notices", count: line.notices)
    }

    private func row(_ run: RetentionRun) -> Markup {
        tr {
            th(.scope("row")) { t.shortDate(run.startedAt.milliseconds) }
            cell("subject", words.name(run.subject))
            cell("count", t.number(run.span.count))
            cell("span", words.span(run.span))
            td(.data("label", t("retention.column.slip"))) {
                a(.href(links.retentionSlip(run.id))) {
                    t("retention.slip.see")
                    span(.class("visually-hidden")) { "\u{A0}: \(words.name(run.subject)), \(t.shortDate(run.startedAt.milliseconds))" }
                }
            }
        }
    }

    private func cell(_ column: String, _ text: String) -> Markup { td(.data("label", t("retention.column.\(column)"))) { text } }
}
