import Domain
import HTML
import Localization

/// What the switch changes, before and after: only what differs, then the texts, then what stays.
struct CrisisChanges {
    let site: Site

    private var t: Localizer { site.t }
    private var texts: CrisisSet { site.town.settings.crisisSet }

    private struct Change {
        let label: String
        let before: String
        let after: String
    }

    private var changes: [Change] {
        let (before, after) = (SettingsSection.ladder.values(of: site.town), SettingsSection.crisis.values(of: site.town))
        let fields = SettingsField.of(.crisis).filter { $0.isShownAsChange }
        return fields.compactMap { field in
            let pair = (before[field.name] ?? field.quiet, after[field.name] ?? "")
            guard pair.0 != pair.1 else { return nil }
            return Change(label: t("administration.field.\(field.name)"), before: words(pair.0), after: words(pair.1))
        }
    }

    private func words(_ value: String) -> String { value.isEmpty ? t("crisis.none") : value == "yes" ? t("crisis.yes") : value }

    var markup: Markup {
        section(.class("stack section"), .aria("labelledby", "changements")) {
            h2(.id("changements")) { t("crisis.changes") }
            changes.isEmpty ? p { t("crisis.changes.none") } : table
            h3 { t("crisis.texts") }
            dl(.class("summary")) {
                text("crisis.texts.banner", texts.banner(site.language) ?? t("crisis.banner", ["town": site.town.name]))
                text("crisis.texts.ask", texts.ask(site.language) ?? t("mail.ask.crisis", ["town": site.town.name]))
            }
            p { t("crisis.kept") }
            p { a(.class("link"), .href(site.links.administration(.crisis))) { t("crisis.settings") } }
        }
    }

    private var table: Markup {
        HTML.table(.class("rows")) {
            caption { span(.class("visually-hidden")) { t("crisis.changes") } }
            thead { tr { for column in ["setting", "before", "after"] { th(.scope("col")) { t("crisis.column.\(column)") } } } }
            tbody {
                for change in changes {
                    tr {
                        th(.scope("row")) { change.label }
                        td(.data("label", t("crisis.column.before"))) { change.before }
                        td(.data("label", t("crisis.column.after"))) { HTML.b { change.after } }
                    }
                }
            }
        }
    }

    private func text(_ label: String, _ words: String) -> Markup {
        div {
            dt { t(label) }
            dd { words }
        }
    }
}

extension SettingsField {
    /// Texts are shown apart.
    fileprivate var isShownAsChange: Bool {
        if case .area = kind { false } else { true }
    }

    /// What holds in quiet times where the ordinary settings have no such field.
    fileprivate var quiet: String {
        if case .number = kind { "0" } else { "" }
    }
}
