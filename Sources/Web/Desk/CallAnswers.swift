import Domain
import HTML
import Localization
import UseCases

/// What to say, and whom else one may turn to: found by a word, unfolded one by one.
struct CallAnswers {
    let site: Site
    let scripts: [ScriptKeeping.Entry]
    let services: [ServiceNow]
    let now: Moment

    private var t: Localizer { site.t }
    private var words: ScriptWords { ScriptWords(t: t) }

    var markup: Markup {
        section(.class("box stack"), .id("reponses"), .aria("labelledby", "reponses-titre")) {
            h2(.id("reponses-titre")) { t("answers.title") }
            // Shown by the script, which is what looks: without it all lies below.
            div(.class("field"), .attr("hidden", ""), .data("finder", "reponses")) {
                HTML.label(.for("mot")) { t("answers.find") }
                HTML.input(.id("mot"), .type("search"), .autocomplete("off"), .attr("accesskey", "r"), .data("none", t("answers.none")))
                p(.class("hint"), .role("status"), .id("mot-reste")) { Markup.empty }
            }
            div(.class("answer-list")) {
                for entry in scripts where entry.isShown {
                    item(words.title(entry)) {
                        for line in words.words(entry).split(separator: "\n") { p { String(line) } }
                    }
                }
                for one in services { item(one.service.name) { service(one) } }
            }
            p { a(.class("link"), .href(site.links.services), .attr("target", "_blank"), .rel("noopener")) { t("answers.directory") } }
        }
    }

    private func item(_ title: String, @MarkupBuilder content: () -> Markup) -> Markup {
        details(.data("answer", "")) {
            summary { title }
            content()
        }
    }

    private func service(_ one: ServiceNow) -> Markup {
        .list([
            p { ServiceLine(site: site, one: one, now: now, isSpoken: true).markup },
            one.service.description(site.language).isEmpty ? .empty : p { one.service.description(site.language) },
            one.service.address.map { address in p { address } } ?? .empty,
        ])
    }
}
