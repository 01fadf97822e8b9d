import Domain
import HTML
import Localization

/// One section of the settings.
struct SettingsPage: Page {
    let site: Site
    let section: SettingsSection
    let state: FormState
    let isSaved: Bool
    let isStatementExpired: Bool

    private var name: String { t("administration.section.\(section.rawValue)") }
    var title: String { state.refusal == nil ? name : t("form.errorTitle", ["title": name]) }
    private var fields: Fields { Fields(t: t, state: state) }

    var content: Markup {
        .list([
            div(.class("page-header")) { h1 { t("administration.title") } },
            AdministrationTabs(site: site, current: links.administration(section)).markup,
            fields.errorSummary,
            isSaved ? AdministrationTabs.saved(t) : .empty,
            section == .accessibility && isStatementExpired ? expired : .empty,
            form,
            section == .brand ? LogoForm(page: self).markup : .empty,
            section == .map ? RecommendedTiles(page: self).markup : .empty,
        ])
    }

    private var expired: Markup {
        div(.class("notice warning")) {
            icon("warning")
            div { p { t("administration.expired") } }
        }
    }

    private var form: Markup {
        HTML.form(.class("box"), .method("post"), .action(links.administration(section)), .attr("novalidate", "")) {
            h2 { name }
            if section == .charter { p { versions } }
            if section == .map { p { t("administration.map.lead") } }
            if section == .crisis { p { t("administration.crisis.lead") } }
            for field in SettingsField.of(section) { markup(field) }
            div(.class("actions")) { button(.class("button"), .type("submit")) { t("administration.save") } }
        }
    }

    private var versions: String {
        t(
            "administration.versions",
            ["charter": site.town.settings.charterVersion, "insurance": site.town.settings.insuranceVersion])
    }

    private func markup(_ field: SettingsField) -> Markup {
        let label = t("administration.field.\(field.name)")
        let hint = field.hasHint ? t("administration.hint.\(field.name)") : nil
        switch field.kind {
        case .line(let most): return fields.input(field.name, label, hint: hint, optional: field.isOptional, maxlength: most)
        case .telephone: return fields.input(field.name, label, kind: .tel, hint: hint, optional: field.isOptional)
        case .email: return fields.input(field.name, label, kind: .email, hint: hint, optional: field.isOptional)
        case .number: return fields.input(field.name, label, kind: .number, hint: hint, optional: field.isOptional, short: true)
        case .day: return fields.input(field.name, label, kind: .date, hint: hint, optional: field.isOptional, short: true)
        case .colour: return fields.input(field.name, label, hint: hint, maxlength: 7, short: true)
        case .area(let most): return fields.area(field.name, label, hint: hint, optional: field.isOptional, maxlength: most)
        case .box:
            return div(.class("field")) { fields.tile(field.name, "yes", label, hint: hint, first: true, box: true) }
        case .conformity:
            let choices = AccessibilityStatement.Conformity.allCases.map { ($0.rawValue, t("administration.conformity.\($0.rawValue)")) }
            return fields.choice(field.name, label, choices, hint: hint)
        }
    }
}

/// The logo has a form of its own, since a file travels differently.
struct LogoForm {
    let page: SettingsPage

    var markup: Markup {
        let t = page.t
        let fields = Fields(t: t, state: page.state)
        let hasLogo = page.site.town.settings.brand.logo != nil
        return section(.class("box")) {
            h2 { t("administration.logo") }
            if hasLogo {
                p { img(.class("site-logo"), .src(page.site.logo), .alt(t("administration.logo.now")), .width(96), .height(96)) }
            }
            HTML.form(.method("post"), .action(page.links.administration + "/logo"), .enctype("multipart/form-data")) {
                div(.class(page.state.refused("logo") == nil ? "field" : "field invalid")) {
                    HTML.label(.for("logo")) { t("administration.logo.file") }
                    p(.class("hint"), .id("logo-aide")) { t("administration.logo.hint") }
                    fields.error("logo")
                    HTML.input(
                        .type("file"), .id("logo"), .name("logo"), .attr("accept", "image/svg+xml,image/png"),
                        .aria("describedby", page.state.refused("logo") == nil ? "logo-aide" : "logo-aide logo-erreur"))
                }
                div(.class("actions")) { button(.class("button"), .type("submit")) { t("administration.logo.send") } }
            }
            if hasLogo {
                HTML.form(.method("post"), .action(page.links.administration + "/logo/retrait")) {
                    button(.class("button secondary danger"), .type("submit")) { t("administration.logo.remove") }
                }
            }
        }
    }
}

struct AdministrationTabs {
    let site: Site
    /// The address of the tab one is on.
    let current: String

    var markup: Markup {
        let (t, links) = (site.t, site.links)
        return nav(.class("tabs"), .aria("label", t("administration.tabs"))) {
            ul {
                for section in SettingsSection.allCases {
                    item(links.administration(section), t("administration.section.\(section.rawValue)"))
                }
                item(links.crisis, t("crisis.tab"))
                item(links.townDemand, t("demand.title"))
                item(links.categories, t("administration.categories"))
                item(links.organisations, t("organisations.title"))
                item(links.keptServices, t("services.tab"))
                item(links.scripts, t("scripts.tab"))
                item(links.invitations, t("invitations.tab"))
                item(links.security, t("security.tab"))
            }
        }
    }

    private func item(_ path: String, _ label: String) -> Markup {
        li { a(.href(path), path == current ? .aria("current", "page") : nil) { label } }
    }

    static func saved(_ t: Localizer) -> Markup {
        div(.class("notice success"), .role("status")) {
            icon("check")
            div { p { t("administration.saved") } }
        }
    }
}
