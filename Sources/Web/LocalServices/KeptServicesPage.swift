import Domain
import HTML
import Localization
import UseCases

/// The whole directory for whoever keeps it: what nobody has checked for long comes first.
struct KeptServicesPage: Page {
    let site: Site
    let list: ServiceKeeping.List
    let isSaved: Bool

    var title: String { t("services.title") }

    var content: Markup {
        .list([
            div(.class("page-header")) {
                h1 { title }
                p(.class("lead")) { t("services.keeping.lead") }
            },
            AdministrationTabs(site: site, current: links.keptServices).markup,
            isSaved ? AdministrationTabs.saved(t) : .empty,
            list.unchecked > 0
                ? notice("warning", "warning", t("services.unchecked", count: list.unchecked)) : .empty,
            p(.class("actions")) {
                a(.class("button"), .href(links.newService)) {
                    icon("plus")
                    " " + t("services.new")
                }
                a(.class("button secondary"), .href(links.services)) { t("services.see") }
            },
            list.services.isEmpty ? p { t("services.none") } : table,
        ])
    }

    private var table: Markup {
        HTML.table(.class("rows")) {
            caption { title }
            thead {
                tr {
                    for name in ["name", "topics", "zone", "checked"] { th(.scope("col")) { t("services.column.\(name)") } }
                }
            }
            tbody { for service in list.services { row(service) } }
        }
    }

    private func row(_ service: LocalService) -> Markup {
        tr {
            th(.scope("row")) { a(.href(links.keptService(service.id))) { service.name } }
            td(.data("label", t("services.column.topics"))) {
                LocalService.Topic.allCases.filter(service.topics.contains).map { t("services.topic.\($0.rawValue)") }.joined(
                    separator: ", ")
            }
            td(.data("label", t("services.column.zone"))) { zone(service) }
            td(.data("label", t("services.column.checked"))) {
                p {
                    span(.class(service.needsCheck(on: list.today) ? "badge warning" : "badge success")) {
                        t.shortDate(service.checkedOn.midnight(in: site.town.timeZone).milliseconds)
                    }
                }
                ButtonForm(
                    action: links.serviceCheck(service.id), label: t("services.check"), style: "button secondary small",
                    complement: service.name
                ).markup
            }
        }
    }

    private func zone(_ service: LocalService) -> String {
        guard let zone = service.zone else { return t("organisations.wholeTown") }
        return t.list(site.facts.neighbourhoods.filter { zone.contains($0.id) }.map(\.name))
    }
}
