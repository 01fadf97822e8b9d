import Domain
import HTML
import Localization
import UseCases

/// Every category in order, with what can be done to it.
struct CategoriesPage: Page {
    let site: Site
    let isSaved: Bool

    var title: String { t("administration.categories") }
    private var categories: [Domain.Category] { site.facts.categories }

    var content: Markup {
        .list([
            div(.class("page-header")) { h1 { t("administration.title") } },
            AdministrationTabs(site: site, current: links.categories).markup,
            isSaved ? AdministrationTabs.saved(t) : .empty,
            p(.class("actions")) {
                a(.class("button"), .href(links.category("nouvelle"))) {
                    icon("plus")
                    " " + t("category.new")
                }
                a(.class("button secondary"), .href(links.proposals)) { t("proposals.title") }
            },
            table,
        ])
    }

    private var table: Markup {
        HTML.table(.class("rows")) {
            caption { t("administration.categories") }
            thead {
                tr {
                    for name in ["category.name", "category.mode", "category.tier", "category.order", "category.state"] {
                        th(.scope("col")) { t(name) }
                    }
                }
            }
            tbody { for (place, category) in categories.enumerated() { row(place, category) } }
        }
    }

    private func row(_ place: Int, _ category: Domain.Category) -> Markup {
        tr {
            th(.scope("row")) {
                icon(category.icon)
                " "
                a(.href(links.category(category.key))) { site.label(category) }
            }
            td(.data("label", t("category.mode"))) { t("category.mode.\(category.mode.rawValue)") }
            td(.data("label", t("category.tier"))) { t("category.tier.\(category.tier.rawValue)") }
            td(.data("label", t("category.order"))) {
                div(.class("actions")) {
                    if place > 0 { move(category, to: place - 1, "category.up") }
                    if place + 1 < categories.count { move(category, to: place + 1, "category.down") }
                }
            }
            td(.data("label", t("category.state"))) {
                p {
                    span(.class(category.isActive ? "badge success" : "badge off")) {
                        t(category.isActive ? "category.on" : "category.off")
                    }
                }
                button(
                    category, "activation", "active", category.isActive ? "no" : "yes",
                    category.isActive ? "category.switchOff" : "category.switchOn")
            }
        }
    }

    private func move(_ category: Domain.Category, to place: Int, _ label: String) -> Markup {
        button(category, "place", "place", String(place), label)
    }

    private func button(_ category: Domain.Category, _ path: String, _ name: String, _ value: String, _ label: String) -> Markup {
        HTML.form(.method("post"), .action("\(links.category(category.key))/\(path)")) {
            HTML.button(.class("button small secondary"), .type("submit"), .name(name), .value(value)) {
                t(label)
                span(.class("visually-hidden")) { t("category.about", ["name": site.label(category)]) }
            }
        }
    }
}

/// The form of one category.
struct CategoryPage: Page {
    let site: Site
    /// Nil for a new one.
    let category: Domain.Category?
    let state: FormState

    private var name: String { category.map { site.label($0) } ?? t("category.new") }
    var title: String { state.refusal == nil ? name : t("form.errorTitle", ["title": name]) }
    var mainClass: String? { "page narrow" }
    private var fields: Fields { Fields(t: t, state: state) }

    var content: Markup {
        .list([
            a(.class("back"), .href(links.categories)) {
                icon("arrow-left")
                t("form.back")
            },
            fields.errorSummary,
            div(.class("page-header")) { h1 { name } },
            form,
        ])
    }

    private var form: Markup {
        HTML.form(.class("box"), .method("post"), .action(links.category(category?.key ?? "nouvelle")), .attr("novalidate", "")) {
            CategoryFields(t: t, state: state).markup
            div(.class("actions")) { button(.class("button"), .type("submit")) { t("administration.save") } }
        }
    }
}
