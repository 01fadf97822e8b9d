import Domain
import HTML
import Localization
import UseCases

/// A poster of A4 for a hall or a shop: one question, what can be asked, the number, the code.
struct PosterPage: Page {
    private static let shownKinds = 6
    let site: Site
    let sheet: Demand.Sheet

    var title: String { t("demand.action.poster") }
    var mainClass: String? { "page a4 poster" }

    private var parts: SheetParts { SheetParts(site: site, sheet: sheet) }

    var content: Markup {
        parts.paper {
            h1 { t("poster.heading") }
            p(.class("lead")) {
                sheet.neighbourhood.map { t("poster.lead.quartier", ["place": $0.name]) } ?? t("poster.lead", ["town": site.town.name])
            }
            ul(.class("kinds")) {
                for category in site.facts.activeCategories.prefix(Self.shownKinds) {
                    li {
                        icon(category.icon)
                        " "
                        site.label(category)
                    }
                }
            }
            div(.class("doors")) {
                parts.phone
                parts.code
            }
            p(.class("promise")) { t("poster.promise") }
        }
    }
}
