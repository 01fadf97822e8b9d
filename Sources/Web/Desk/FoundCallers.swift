import Domain
import HTML
import Localization
import UseCases

/// Who may be calling: a handful, to be asked « Vous êtes bien … ? »; shown after each save until it is settled.
struct FoundCallers {
    let site: Site
    let screen: CallScreen

    private var t: Localizer { site.t }

    @MarkupBuilder var markup: Markup {
        if screen.form["known"] == "new" {
            p(.class("meta"), .id("known")) {
                t("caller.new")
                choice("", t("caller.undo"), of: nil)
            }
        } else if !screen.finding.callers.isEmpty {
            section(.class("box stack"), .id("known"), .aria("labelledby", "connus")) {
                h2(.id("connus")) { t("caller.found") }
                ul(.class("stack")) { for one in screen.finding.callers { li { line(one) } } }
                if screen.finding.hasMore { p(.class("hint")) { t("caller.more") } }
                p { choice("new", t("caller.none"), of: nil) }
            }
        }
    }

    private func line(_ one: FoundCaller) -> Markup {
        .list([
            p { strong { one.name } },
            p(.class("meta")) { facts(one).joined(separator: ", ") },
            p { choice(one.id.text, t("caller.this"), of: one.name) },
        ])
    }

    private func facts(_ one: FoundCaller) -> [String] {
        let born = one.bornOn.map { t("caller.bornOn", ["date": $0.typed]) }
        return [
            site.facts.neighbourhood(one.neighbourhood)?.name, born ?? one.birthYear.map { t("caller.bornIn", ["year": String($0)]) },
            one.numberEnds.map { t("caller.numberEnds", ["digits": $0]) },
            one.openRequests == 0 ? nil : t("caller.openRequests", count: one.openRequests),
        ].compactMap(\.self)
    }

    private func choice(_ value: String, _ label: String, of name: String?) -> Markup {
        button(
            .class("button secondary small"), .type("submit"), .attr("formaction", site.links.callCaller(screen.call)), .name("caller"),
            .value(value)
        ) {
            label
            if let name { span(.class("visually-hidden")) { "\u{A0}: " + name } }
        }
    }
}
