import Domain
import HTML
import Localization
import UseCases

/// All that is known of one service.
struct ServiceCard {
    let site: Site
    let one: ServiceNow
    let now: Moment

    static func anchor(_ id: ID<LocalService>) -> String { "service-\(id.text)" }

    static func symbol(_ topic: LocalService.Topic) -> String {
        switch topic {
        case .food: "basket"
        case .meals: "door"
        case .hygiene: "sun"
        case .health: "heart"
        case .talking: "talk"
        case .psychology: "phone"
        case .care: "hand"
        case .family: "people"
        case .housing: "home"
        case .shelter: "lock"
        case .violence: "warning"
        case .rights: "paperwork"
        case .transport: "car"
        }
    }

    private var t: Localizer { site.t }
    private var service: LocalService { one.service }
    private var words: ServiceWords { ServiceWords(t: t, now: now) }
    private var topics: [LocalService.Topic] { LocalService.Topic.allCases.filter(service.topics.contains) }

    var markup: Markup {
        li(.class("card"), .id(Self.anchor(service.id))) {
            span(.class(one.opening.isOpen ? "window" : "window unlit")) { icon(topics.first.map(Self.symbol) ?? "info") }
            div {
                h2(.class("card-title")) { service.name }
                p(.class("screen-only")) {
                    span(.class(one.opening.isOpen ? "badge success" : "badge off")) { words.opening(one.opening) }
                }
            }
            div(.class("whole")) {
                p(.lang(language(service.description))) { service.description(site.language) }
                facts
            }
        }
    }

    private var facts: Markup {
        ul(.class("card-facts")) {
            for phone in service.phones { fact("phone", strong { telephone(phone) }) }
            if let address = service.address { fact("pin", .text(address)) }
            hours
            if let audience = service.audience(site.language) {
                fact("people", span(.lang(language(service.audience))) { t("services.for") + " " + audience })
            }
            if let zone = service.zone { fact("home", .text(t("services.zone", ["places": names(zone)]))) }
            fact("euro", .text(t(service.isFree ? "services.free" : "services.paid")))
            if service.tongues != [.fr], !service.tongues.isEmpty {
                fact("language", .text(t("services.speaks", ["languages": tongues])))
            }
            if let web = service.web {
                fact("info", a(.href(web), .rel("noopener external"), .class("show-url")) { t("services.web") + " " + service.name })
            }
            fact("list", .text(topics.map { t("services.topic.\($0.rawValue)") }.joined(separator: ", ")))
            fact("check", .text(t("services.checked", ["day": t.date(service.checkedOn.midnight(in: site.town.timeZone).milliseconds)])))
        }
    }

    @MarkupBuilder private var hours: Markup {
        if service.hours.isKnown || service.hoursNote != nil {
            li {
                icon("clock")
                span {
                    for line in words.week(service.hours) { span(.class("line")) { line } }
                    if service.hours.isClosedOnHolidays { span(.class("line")) { t("services.hours.holidays") } }
                    if let note = service.hoursNote { span(.class("line"), .lang(site.language == "fr" ? nil : "fr")) { note } }
                }
            }
        }
    }

    private func fact(_ symbol: String, _ words: Markup) -> Markup {
        li {
            icon(symbol)
            span { words }
        }
    }

    private func names(_ zone: Set<ID<Neighbourhood>>) -> String {
        t.list(site.facts.neighbourhoods.filter { zone.contains($0.id) }.map(\.name))
    }

    private var tongues: String {
        t.list(LocalService.Tongue.allCases.filter(service.tongues.contains).map { t("services.tongue.\($0.rawValue)") })
    }

    /// What was written in French only is read in French.
    private func language(_ texts: [String: String]) -> String? { texts[site.language] == nil ? "fr" : nil }

    private func telephone(_ phone: String) -> Markup { a(.href("tel:" + phone.filter { $0.isNumber || $0 == "+" })) { phone } }
}
