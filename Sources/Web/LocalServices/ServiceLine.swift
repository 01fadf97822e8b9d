import Domain
import HTML
import Localization
import UseCases

/// A service in one line, beside something else: its name, its telephone, whether somebody answers now.
struct ServiceLine {
    let site: Site
    let one: ServiceNow
    let now: Moment
    /// To be read aloud: nothing to click but the number.
    var isSpoken = false

    private var t: Localizer { site.t }
    private var service: LocalService { one.service }

    var markup: Markup {
        .list([
            isSpoken ? strong { service.name } : a(.href(site.links.service(service.id))) { service.name },
            service.phones.first.map { .list([.text(t("services.colon")), telephone($0)]) } ?? .empty,
            .text(". " + ServiceWords(t: t, now: now).opening(one.opening) + "."),
        ])
    }

    private func telephone(_ phone: String) -> Markup { a(.href("tel:" + phone.filter { $0.isNumber || $0 == "+" })) { phone } }
}

/// Whom else one may turn to, where neighbours could not help.
struct ServicesBeside {
    let site: Site
    let services: [ServiceNow]
    let now: Moment

    @MarkupBuilder var markup: Markup {
        if !services.isEmpty {
            section(.class("box tint"), .aria("labelledby", "services")) {
                h2(.id("services")) { site.t("services.beside") }
                p { site.t("services.beside.words") }
                ul { for one in services { li { ServiceLine(site: site, one: one, now: now).markup } } }
                p { a(.class("link"), .href(site.links.services)) { site.t("services.all") } }
            }
        }
    }
}
