import Domain
import HTML
import Localization
import UseCases

/// The journal before the data protection officer: whether it is whole, a filter, and entries, newest first.
struct JournalPage: Page {
    let site: Site
    let page: JournalDesk.Page
    let fields: [String: String]

    var title: String { t("journal.title") }
    private var words: JournalWords { JournalWords(t: t) }

    var content: Markup {
        .list([
            div(.class("page-header")) {
                h1 { t("journal.title") }
                p(.class("lead")) { t("journal.lead") }
            },
            OfficerTabs(site: site, current: links.dpo).markup,
            div(.class(page.standing.isWhole ? "notice success" : "notice error")) {
                icon(page.standing.isWhole ? "check" : "warning")
                div { p { page.standing.words(t) } }
            },
            filters,
            page.lines.isEmpty ? p { t("journal.none") } : .list([table, older]),
        ])
    }

    private var filters: Markup {
        let form = Fields(t: t, state: FormState(fields))
        let actions = JournalEntry.Action.allCases.map { ($0.rawValue, t("journal.action.\($0.rawValue)")) }
        let roles = JournalFilter.roles.map { role in
            (role, Role.Kind(rawValue: role) == nil ? t("journal.role.\(role)") : t("role.\(role)"))
        }
        return HTML.form(.class("filters"), .method("get"), .action(links.dpo), .role("search"), .aria("label", t("journal.filter"))) {
            form.input("du", t("journal.from"), kind: .date, short: true)
            form.input("au", t("journal.until"), kind: .date, short: true)
            form.choice("acte", t("journal.action"), actions)
            form.choice("role", t("journal.role"), roles)
            form.input("sujet", t("journal.subject"), maxlength: 36)
            div(.class("actions")) {
                button(.class("button"), .type("submit")) { t("journal.apply") }
                a(.class("link"), .href(links.journalSheet + query())) { t("journal.sheet") }
            }
        }
    }

    private var table: Markup {
        HTML.table(.class("rows")) {
            caption { span(.class("visually-hidden")) { t("journal.title") } }
            thead { tr { for column in ["number", "at", "role", "action", "subject", "purpose", "actor"] { head(column) } } }
            tbody { for line in page.lines { row(line) } }
        }
    }

    private func head(_ column: String) -> Markup { th(.scope("col")) { t("journal.column.\(column)") } }

    private func row(_ line: JournalLine) -> Markup {
        let subject = words.subject(line)
        return tr {
            th(.scope("row")) { t.number(Int(line.number)) }
            cell("at", t.dateTime(line.entry.at.milliseconds))
            cell("role", words.role(line))
            cell("action", t("journal.action.\(line.entry.action.rawValue)"))
            td(.data("label", t("journal.column.subject"))) {
                words.kind(line)
                if !subject.isEmpty {
                    " "
                    a(.href(links.dpo + "?sujet=\(subject)")) { Self.short(subject) }
                }
            }
            cell("purpose", words.purpose(line))
            td(.data("label", t("journal.column.actor"))) { actor(line) }
        }
    }

    private func cell(_ column: String, _ text: String) -> Markup { td(.data("label", t("journal.column.\(column)"))) { text } }

    @MarkupBuilder private func actor(_ line: JournalLine) -> Markup {
        if let actor = line.entry.actor {
            a(.href(links.dpo + "?acteur=\(actor.text)")) { Self.short(actor.text) }
            " "
            a(.href(links.journalName(line.number))) {
                t("journal.who")
                span(.class("visually-hidden")) { " (\(t("journal.column.number")) \(t.number(Int(line.number))))" }
            }
        } else {
            t("journal.role.system")
        }
    }

    /// Enough to tell people apart on a page; the whole number stands in the address and in the file.
    private static func short(_ id: String) -> String { String(id.suffix(8)) }

    @MarkupBuilder private var older: Markup {
        if let next = page.next {
            nav(.class("pagination"), .aria("label", t("board.pages"))) {
                a(.class("button secondary"), .href(links.dpo + query(["avant": String(next)]))) { t("journal.older") }
            }
        }
    }

    /// What is chosen, as the end of an address.
    private func query(_ more: [String: String] = [:]) -> String {
        let chosen = fields.merging(more) { $1 }.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }
        return chosen.isEmpty ? "" : "?" + chosen.map { "\($0.key)=\(Query.encoded($0.value))" }.joined(separator: "&")
    }
}
