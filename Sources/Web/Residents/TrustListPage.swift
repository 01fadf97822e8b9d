import Domain
import HTML
import Localization
import UseCases

/// Helpers who asked to be met, and the search by an exact address or number. There is no list of people.
struct TrustListPage: Page {
    struct Waiting: Sendable {
        var id: ID<Person>
        var name: String
        var place: ID<Neighbourhood>?
        var since: Moment?
    }

    let site: Site
    let waiting: [Waiting]
    let found: [(id: ID<Person>, name: String)]
    let state: FormState

    var title: String { state.refusal == nil ? t("trust.title") : t("form.errorTitle", ["title": t("trust.title")]) }

    var content: Markup {
        .list([
            Fields(t: t, state: state).errorSummary,
            div(.class("page-header")) {
                h1 { t("trust.title") }
                p(.class("lead")) { t("trust.lead") }
            },
            ReferentTabs(site: site).markup,
            search, results,
            section(.class("stack section"), .aria("labelledby", "attente")) {
                h2(.id("attente")) { t("trust.waiting") }
                if waiting.isEmpty { p { t("trust.waiting.none") } } else { ul(.class("todo")) { for one in waiting { item(one) } } }
            },
        ])
    }

    private var search: Markup {
        form(.method("post"), .action(links.trust), .role("search"), .attr("novalidate", ""), .class("box")) {
            Fields(t: t, state: state).input("who", t("trust.search"), hint: t("trust.search.hint"), autocomplete: "off", maxlength: 254)
            div(.class("actions")) { button(.class("button secondary"), .type("submit")) { t("trust.search.button") } }
        }
    }

    @MarkupBuilder private var results: Markup {
        if !found.isEmpty {
            section(.class("stack section"), .aria("labelledby", "trouves")) {
                h2(.id("trouves")) { t("trust.found") }
                ul { for one in found { li { a(.href(links.trust(one.id))) { one.name } } } }
            }
        }
    }

    private func item(_ one: Waiting) -> Markup {
        let place = site.facts.neighbourhood(one.place)?.name
        let since = one.since.map { t("trust.waiting.since", ["date": t.date($0.milliseconds)]) }
        return li {
            div {
                h3 { a(.href(links.trust(one.id))) { one.name } }
                p(.class("meta")) { [place, since].compactMap(\.self).joined(separator: ", ") }
            }
        }
    }
}
