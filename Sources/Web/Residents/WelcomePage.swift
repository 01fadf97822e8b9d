import Domain
import HTML
import Localization
import UseCases

/// The short form that makes an account.
struct WelcomePage: Page {
    let site: Site
    let state: FormState

    var title: String { state.refusal == nil ? t("welcome.title") : t("form.errorTitle", ["title": t("welcome.title")]) }
    var mainClass: String? { "page sheet" }

    var content: Markup {
        let fields = Fields(t: t, state: state)
        return .list([
            fields.errorSummary,
            div(.class("page-header")) {
                h1 { t("welcome.title") }
                p(.class("lead")) { t("welcome.lead") }
            },
            form(.method("post"), .action(links.welcome), .attr("novalidate", "")) {
                input(.type("hidden"), .name("retour"), .value(state["retour"]))
                fields.input("firstName", t("ask.contact.firstName"), autocomplete: "given-name", maxlength: 60)
                ResidentFields(site: site, fields: fields).neighbourhood
                ResidentFields(site: site, fields: fields).language
                div(.class(state.refused("age") == nil ? "field" : "field invalid")) {
                    fields.error("age")
                    fields.tile("age", "yes", t("welcome.age"), first: true, box: true)
                }
                PrivacyNotice(site: site).markup
                div(.class("actions")) { button(.class("button"), .type("submit")) { t("welcome.create") } }
            },
        ])
    }
}

/// Fields that several forms about a person share.
struct ResidentFields {
    let site: Site
    let fields: Fields

    @MarkupBuilder var neighbourhood: Markup {
        if !site.facts.neighbourhoods.isEmpty {
            fields.choice(
                "neighbourhood", site.t("ask.place.neighbourhood"),
                site.facts.neighbourhoods.map { ($0.slug, $0.name) } + [("unknown", site.t("ask.place.unknown"))])
        }
    }

    var language: Markup {
        fields.choice(
            "language", site.t("welcome.language"), Language.allCases.map { ($0.rawValue, site.t("language.\($0.rawValue)")) })
    }
}
