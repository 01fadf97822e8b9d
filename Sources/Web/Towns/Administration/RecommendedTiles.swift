import Domain
import HTML
import Localization

/// The State's map as a town's own base map, in one click, with its values to read before.
struct RecommendedTiles {
    let page: SettingsPage

    var markup: Markup {
        let (t, tiles) = (page.t, MapTiles.recommended)
        let facts = [
            ("tilePattern", tiles.pattern), ("tileCredit", tiles.credit), ("tileCreditLink", tiles.creditLink ?? ""),
            ("tileLicence", tiles.licence ?? ""),
        ]
        return section(.class("box")) {
            h2 { t("administration.map.recommended") }
            p { t("administration.map.recommended.words", ["host": tiles.host ?? ""]) }
            dl(.class("summary")) {
                for (name, value) in facts {
                    div {
                        dt { t("administration.field.\(name)") }
                        dd { value }
                    }
                }
            }
            HTML.form(.method("post"), .action(page.links.administration(.map))) {
                button(.class("button secondary"), .type("submit"), .name("recommended"), .value("yes")) {
                    t("administration.map.recommended.use")
                }
            }
        }
    }
}
