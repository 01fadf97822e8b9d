import Domain
import HTML
import Localization
import UseCases

/// What can be promised, by when, and what else there is; to be read, or read aloud.
struct CapacityAdvice {
    let site: Site
    let advice: Capacity.Advice
    /// At the end of a call: the same in the words of somebody who speaks.
    var isSpoken = false

    private var t: Localizer { site.t }
    private var links: Links { site.links }

    var markup: Markup {
        div(.class("notice warning")) {
            icon(isSpoken ? "talk" : "info")
            div {
                h2 { t("capacity.title") }
                for sentence in advice.sentences(t, in: site.facts, isSpoken: isSpoken) { p { sentence } }
                p { t("capacity.also") }
                ul { for line in others { li { line } } }
            }
        }
    }

    private var others: [Markup] {
        var lines: [Markup] = []
        if let phone = site.town.settings.phone {
            lines.append(.list([.text(t("capacity.phone") + " "), a(.href("tel:" + phone.filter { $0.isNumber || $0 == "+" })) { phone }]))
        }
        if !advice.organisations.isEmpty { lines.append(.text(t("capacity.organisations", ["names": t.list(advice.organisations)]))) }
        lines += advice.services.map { ServiceLine(site: site, one: $0, now: advice.now, isSpoken: isSpoken).markup }
        lines += site.town.settings.capacity.services(site.language).map { .text($0) }
        for category in advice.alternatives {
            let words = t("capacity.other", ["what": site.label(category)])
            lines.append(isSpoken ? .text(words) : a(.href("\(links.ask)?category=\(category.key)"), .rel("nofollow")) { words })
        }
        lines.append(isSpoken ? .text(t("capacity.local")) : a(.href(links.contact)) { t("capacity.local") })
        return lines
    }
}

/// For whoever answers the telephone, before the request is written down: where little can be promised now.
struct HeavyCells {
    let site: Site
    let heavy: Capacity.Heavy

    @MarkupBuilder var markup: Markup {
        if !heavy.loads.isEmpty {
            div(.class("notice warning")) {
                icon("warning")
                div {
                    p { site.t("capacity.call", ["cells": site.t.list(heavy.loads.map(words))]) }
                    if !heavy.services.isEmpty {
                        p { site.t("capacity.call.services") }
                        ul {
                            for one in heavy.services {
                                li { ServiceLine(site: site, one: one, now: heavy.now, isSpoken: true).markup }
                            }
                        }
                        p { a(.href(site.links.services)) { site.t("services.title") } }
                    }
                    if site.viewer?.actor.isGuide == true { p { a(.href(site.links.charge)) { site.t("load.title") } } }
                }
            }
        }
    }

    private func words(_ load: Load) -> String {
        let what = site.facts.category(load.cell.category).map { site.label($0) } ?? ""
        return "\(what) (\(site.facts.neighbourhood(load.cell.neighbourhood)?.name ?? site.t("load.town")))"
    }
}
