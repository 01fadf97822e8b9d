import Domain
import HTML
import Localization
import UseCases

/// The form of one organisation.
struct OrganisationPage: Page {
    let site: Site
    /// Nil for a new one.
    let organisation: Organisation?
    let owners: [KnownGuide]
    /// Of one that is the reserve.
    var reserveYear: ReserveYear?
    let state: FormState

    private var name: String { organisation?.name ?? t("organisations.new") }
    var title: String { state.refusal == nil ? name : t("form.errorTitle", ["title": name]) }
    var mainClass: String? { "page narrow" }
    private var fields: Fields { Fields(t: t, state: state) }

    var content: Markup {
        .list([
            BackLink(path: links.organisations, label: t("organisations.title")).markup,
            fields.errorSummary,
            div(.class("page-header")) { h1 { name } },
            reserveYear.map { ReserveDaysNotice(t: t, year: $0).markup } ?? .empty,
            form,
        ])
    }

    private var form: Markup {
        let action = organisation.map { links.organisation($0.id) } ?? links.newOrganisation
        return HTML.form(.class("box"), .method("post"), .action(action), .attr("novalidate", "")) {
            fields.input("name", t("organisation.name"), hint: t("organisation.name.hint"), maxlength: 100)
            fields.tiles(
                "kind", t("organisation.kind"),
                Organisation.Kind.allCases.map(\.rawValue).map { ($0, t("organisation.kind.\($0)"), t("organisation.kind.\($0).hint")) })
            fields.input("email", t("organisation.email"), kind: .email, hint: t("organisation.email.hint"), autocomplete: "off")
            fields.choice("language", t("organisation.language"), OrganisationForm.languages.map { ($0, t("organisation.language.\($0)")) })
            fields.choice("owner", t("organisation.owner"), owners.map { ($0.id.text, $0.name) }, hint: t("organisation.owner.hint"))
            zone
            takes
            div(.class("actions")) { button(.class("button"), .type("submit")) { t("administration.save") } }
        }
    }

    private var zone: Markup {
        let boxes = site.facts.neighbourhoods.map { fields.tile("zone-\($0.slug)", "yes", $0.name, first: true, box: true) }
        return .list([
            fields.tiles("zone", t("organisation.zone"), choices(boxes.isEmpty).map { ($0, t("organisation.zone.\($0)"), nil) }),
            fields.boxes(t("organisation.zone.which"), boxes),
        ])
    }

    private var takes: Markup {
        let boxes = site.facts.categories.map {
            fields.tile("takes-\($0.key)", "yes", site.label($0), icon: $0.icon, first: true, box: true)
        }
        return .list([
            fields.tiles("takes", t("organisation.takes"), choices(boxes.isEmpty).map { ($0, t("organisation.takes.\($0)"), nil) }),
            fields.boxes(t("organisation.takes.which"), boxes),
        ])
    }

    /// A town without quartiers is one.
    private func choices(_ hasNone: Bool) -> [String] {
        hasNone ? [OrganisationForm.everywhere] : [OrganisationForm.everywhere, OrganisationForm.some]
    }
}
