import Domain
import HTML
import Localization
import UseCases

/// Every organisation of the town, with what it takes, where, and who answers for it.
struct OrganisationsPage: Page {
    let site: Site
    let known: [OrganisationKeeping.Known]
    let isSaved: Bool

    var title: String { t("organisations.title") }

    var content: Markup {
        .list([
            div(.class("page-header")) {
                h1 { t("organisations.title") }
                p(.class("lead")) { t("organisations.lead") }
            },
            AdministrationTabs(site: site, current: links.organisations).markup,
            isSaved ? AdministrationTabs.saved(t) : .empty,
            p(.class("actions")) {
                a(.class("button"), .href(links.newOrganisation)) {
                    icon("plus")
                    " " + t("organisations.new")
                }
                a(.class("button secondary"), .href(links.reserve)) { t("reserve.title") }
            },
            known.isEmpty ? p { t("organisations.none") } : table,
        ])
    }

    private var table: Markup {
        HTML.table(.class("rows")) {
            caption { t("organisations.title") }
            thead {
                tr {
                    for name in ["name", "kind", "zone", "takes", "owner", "state"] {
                        th(.scope("col")) { t("organisations.\(name)") }
                    }
                }
            }
            tbody { for one in known { row(one) } }
        }
    }

    private func row(_ one: OrganisationKeeping.Known) -> Markup {
        let organisation = one.organisation
        return tr {
            th(.scope("row")) { a(.href(links.organisation(organisation.id))) { organisation.name } }
            td(.data("label", t("organisations.kind"))) { t("organisation.kind.\(organisation.kind.rawValue)") }
            td(.data("label", t("organisations.zone"))) { zone(organisation) }
            td(.data("label", t("organisations.takes"))) { takes(organisation) }
            td(.data("label", t("organisations.owner"))) { one.ownerName }
            td(.data("label", t("organisations.state"))) {
                p {
                    span(.class(organisation.isActive ? "badge success" : "badge off")) {
                        t(organisation.isActive ? "organisations.on" : "organisations.off")
                    }
                }
                if one.held > 0 { p(.class("meta")) { t("organisations.held", count: one.held) } }
                ButtonForm(
                    action: links.organisationActivation(organisation.id),
                    label: t(organisation.isActive ? "organisations.stop" : "organisations.resume"), style: "button secondary small",
                    complement: organisation.name, hidden: [("active", organisation.isActive ? "no" : "yes")]
                ).markup
            }
        }
    }

    private func zone(_ organisation: Organisation) -> String {
        guard let zone = organisation.zone else { return t("organisations.wholeTown") }
        return t.list(site.facts.neighbourhoods.filter { zone.contains($0.id) }.map(\.name))
    }

    private func takes(_ organisation: Organisation) -> String {
        guard let categories = organisation.categories else { return t("organisations.takesAll") }
        return t.list(site.facts.categories.filter { categories.contains($0.id) }.map { site.label($0) })
    }
}
