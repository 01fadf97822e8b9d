import Domain
import HTML
import Localization
import UseCases

/// The part of a filter that says « près d’une adresse », folded away until it is wanted.
struct NearFields {
    let site: Site
    let near: NearChoice?
    /// To try another address; a list that is near something needs the room for itself.
    let isOpen: Bool

    private var t: Localizer { site.t }

    var markup: Markup {
        details(.class("near"), isOpen ? .open() : nil) {
            summary { t("board.near") }
            div {
                address
                choice(
                    "rayon", t("board.near.radius"), Around.radii.map { (String($0), t.distance($0)) },
                    chosen: String(near?.around.radius ?? Around.usualRadius))
                choice(
                    "tri", t("board.near.order"), Around.Order.allCases.map { ($0.path, t("board.near.order.\($0.rawValue)")) },
                    chosen: (near?.around.order ?? .nearest).path)
            }
        }
    }

    private var address: Markup {
        div(
            .class("completion"), .data("completion", site.links.addresses), .data("none", t("completion.nothing")),
            .data("one", t("completion.single")), .data("other", t("completion.many")), .data("list", t("completion.list"))
        ) {
            div(.class("field")) {
                label(.for("pres")) { t(near == nil ? "place.address" : "board.near.other") }
                input(.id("pres"), .name("pres"), .type("text"), .autocomplete("address-line1"), .maxlength(200))
            }
            if let near { input(.type("hidden"), .name("autour"), .value(near.key)) }
        }
    }

    private func choice(_ name: String, _ label: String, _ options: [(String, String)], chosen: String) -> Markup {
        div(.class("field")) {
            HTML.label(.for(name)) { label }
            select(.id(name), .name(name)) {
                for (value, words) in options { option(.value(value), .selected(value == chosen)) { words } }
            }
        }
    }
}

extension Localizer {
    /// From one anchor to another; nought metres between neighbours of one cell would say more than is known.
    func nearness(_ metres: Double) -> String {
        metres < HomeCell.side / 2 ? self("board.near.here") : self("board.near.distance", ["distance": distance(metres)])
    }
}
