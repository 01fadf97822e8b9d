import Domain
import HTML
import Localization
import UseCases

/// Name, number, quartier and what they do; the notice and the charter are read out, and their yes is heard.
struct PhoneHelperPage: Page {
    let site: Site
    let state: FormState
    let origin: ID<HelpRequest>?
    let isNoted: Bool

    var title: String { state.refusal == nil ? t("phoneHelper.title") : t("form.errorTitle", ["title": t("phoneHelper.title")]) }
    var mainClass: String? { "page sheet" }

    private var fields: Fields { Fields(t: t, state: state) }
    private var consent: ConsentWords { ConsentWords(t, site.town) }

    var content: Markup {
        .list([
            BackLink(path: origin.map { links.dispatch($0) } ?? links.desk, label: t(origin == nil ? "desk.title" : "dispatch.title"))
                .markup,
            div(.class("page-header")) {
                h1 { t("phoneHelper.title") }
                p { t("phoneHelper.lead") }
            },
            isNoted ? notice("success", "check", t("phoneHelper.done")) : .empty,
            fields.errorSummary,
            HTML.form(.method("post"), .action(links.phoneHelper), .attr("novalidate", "")) {
                if let origin { HTML.input(.type("hidden"), .name("demande"), .value(origin.text)) }
                fields.input("firstName", t("phoneHelper.firstName"), autocomplete: "off", maxlength: 60)
                fields.input("lastName", t("phoneHelper.lastName"), optional: true, autocomplete: "off", maxlength: 60)
                fields.input("phone", t("phoneHelper.phone"), kind: .tel, autocomplete: "off", maxlength: 40)
                quartier
                fields.boxes(t("phoneHelper.takes"), kinds, name: "takes")
                fields.input(
                    "birthYear", t("availability.birthYear"), hint: t("availability.birthYear.hint"), autocomplete: "off", maxlength: 4,
                    short: true)
                aloud
                div(.class("actions")) { button(.class("button"), .type("submit")) { t("phoneHelper.save") } }
            },
        ])
    }

    @MarkupBuilder private var quartier: Markup {
        if !site.facts.neighbourhoods.isEmpty {
            fields.choice(
                "neighbourhood", t("phoneHelper.neighbourhood"),
                site.facts.neighbourhoods.map { ($0.slug, $0.name) } + [("unknown", t("referent.noQuartier"))])
        }
    }

    private var kinds: [Markup] {
        site.facts.activeCategories.map { category in
            fields.tile("takes-\(category.key)", "yes", site.label(category), first: true, box: true)
        }
    }

    private var aloud: Markup {
        div(.class("notice info")) {
            icon("talk")
            div {
                h2 { t("phoneHelper.aloud") }
                for line in consent.lines(.helperNotice) { p { line } }
                fields.error("notice")
                fields.tile("notice", "yes", t("phoneHelper.notice"), first: true, box: true)
                ul { for line in consent.charter { li { line } } }
                fields.error("charter")
                fields.tile("charter", "yes", t("phoneHelper.charter"), first: true, box: true)
            }
        }
    }
}
