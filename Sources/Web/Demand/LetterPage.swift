import Domain
import HTML
import Localization
import UseCases

/// A letter for the letter boxes of a quartier.
struct LetterPage: Page {
    let site: Site
    let sheet: Demand.Sheet

    var title: String { t("demand.action.letter") }
    var mainClass: String? { "page a4 letter" }

    private var parts: SheetParts { SheetParts(site: site, sheet: sheet) }
    private var words: [String: any Localizer.Argument] { ["town": site.town.name, "place": sheet.neighbourhood?.name ?? site.town.name] }

    var content: Markup {
        parts.paper {
            p(.class("meta")) { t("letter.date", ["town": site.town.name, "date": t.date(sheet.now.milliseconds)]) }
            h1 { t("letter.heading", words) }
            for number in 1...4 { p { t("letter.\(number)", words) } }
            div(.class("doors")) {
                parts.phone
                parts.code
            }
            p { t("letter.end") }
            p { t("letter.signature", words) }
        }
    }
}
