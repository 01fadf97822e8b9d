import Domain
import HTML
import Localization
import UseCases

/// The town's charter, and the box that accepts it.
struct CharterPage: Page {
    let site: Site
    let helper: Helper
    let state: FormState
    let done: String?
    /// Where somebody came from who must accept first.
    var back: String?

    private var version: Int { site.town.settings.charterVersion }
    var title: String { state.refusal == nil ? t("charter.title") : t("form.errorTitle", ["title": t("charter.title")]) }
    var mainClass: String? { "page sheet" }

    var content: Markup {
        .list([
            a(.class("back"), .href(links.availability)) {
                icon("arrow-left")
                t("form.back")
            },
            Fields(t: t, state: state).errorSummary,
            AccountParts(site: site, done: done).notice,
            div(.class("question")) {
                h1 { t("charter.title") }
                if helper.charterVersion != nil, !helper.hasAccepted(charter: version) { p(.class("lead")) { t("charter.changed") } }
                CharterText(site: site).markup
            },
            helper.hasAccepted(charter: version) ? accepted : acceptance,
        ])
    }

    private var accepted: Markup {
        div(.class("notice success")) {
            icon("check")
            div { p { t("charter.accepted", ["date": t.date(helper.charterAcceptedAt?.milliseconds ?? 0)]) } }
        }
    }

    private var acceptance: Markup {
        let fields = Fields(t: t, state: state)
        return form(.method("post"), .action(links.charter), .attr("novalidate", "")) {
            input(.type("hidden"), .name("version"), .value(String(version)))
            if let back { input(.type("hidden"), .name("retour"), .value(back)) }
            div(.class(state.refused("charter") == nil ? "field" : "field invalid")) {
                fields.error("charter")
                div(.class("tiles")) { fields.tile("charter", "yes", t("charter.agree"), first: true, box: true) }
            }
            div(.class("actions")) {
                button(.class("button accent"), .type("submit")) {
                    t("charter.accept")
                    " "
                    icon("check")
                }
            }
        }
    }
}

/// The town's own words; else ours.
struct CharterText {
    let site: Site

    var markup: Markup {
        let own = site.town.settings.charter
        let lines = ConsentWords(site.t, site.town).charter
        guard own[site.language] ?? own["fr"] ?? "" == "" else { return .list(lines.map { line in p { line } }) }
        return ul { for line in lines { li { line } } }
    }
}
