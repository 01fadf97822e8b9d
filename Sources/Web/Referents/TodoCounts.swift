import Domain
import HTML
import Localization
import UseCases

/// The whole day at a glance: how much of each, and the way to it.
struct TodoCounts {
    let site: Site
    let counts: ErrandCounts

    var markup: Markup {
        counts.total == 0
            ? div(.class("notice success")) {
                icon("check")
                div { p { site.t("referent.dayIsDone") } }
            }
            : ul(.class("counts")) { for line in counts.lines where line.count > 0 { item(line.errand, line.count) } }
    }

    private func item(_ errand: Errand, _ count: Int) -> Markup {
        li {
            a(.href(errand == .texts ? site.links.moderation : "#\(errand.rawValue)")) {
                strong { site.t.number(count) }
                " "
                site.t("referent.count.\(errand.rawValue)", count: count)
            }
        }
    }
}
