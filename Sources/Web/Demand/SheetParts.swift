import Domain
import HTML
import Localization
import QRCode
import UseCases

/// What every sheet of paper has: the way back and the button on the screen, the town on top, the code and the number.
struct SheetParts {
    let site: Site
    let sheet: Demand.Sheet

    private var t: Localizer { site.t }

    /// The whole of it: what is for the screen alone, then the paper with the town on top.
    func paper(@MarkupBuilder _ content: () -> Markup) -> Markup {
        .list([
            tools,
            article(.class("sheet-of-paper")) {
                letterhead
                content()
            },
        ])
    }

    private var tools: Markup {
        p(.class("actions")) {
            button(.class("button needs-script"), .type("button"), .data("print", "")) {
                icon("print")
                t("dayList.print")
            }
            a(.class("button quiet"), .href(site.links.demand)) { t("form.back") }
        }
    }

    private var letterhead: Markup {
        p(.class("letterhead")) {
            HTML.b { site.town.name }
            " "
            span { t("sheet.service") }
        }
    }

    /// « Les Tilleuls, Clairval », or the town alone.
    var place: String { sheet.neighbourhood.map { "\($0.name), \(site.town.name)" } ?? site.town.name }

    var phone: Markup {
        guard let phone = site.town.settings.phone else { return .empty }
        return p(.class("big-phone")) {
            span { t("sheet.call") }
            " "
            strong { phone }
            if let hours = site.town.settings.phoneHours { span(.lang(site.language == "fr" ? nil : "fr")) { " " + hours } }
        }
    }

    /// The code, and for whoever cannot read one, the address. An address too long for one stands alone.
    var code: Markup {
        figure(.class("scan")) {
            if let code = try? QRCode(sheet.address) {
                svg(
                    .class("qr"), .attr("viewBox", "0 0 \(code.side + 8) \(code.side + 8)"), .attr("shape-rendering", "crispEdges"),
                    .role("img"), .aria("label", t("sheet.code", ["place": place]))
                ) { path(.attr("d", code.path)) }
            }
            figcaption { t("sheet.scan", ["site": sheet.site]) }
        }
    }
}
