import Domain
import HTML
import Localization
import UseCases

/// The form of one service.
struct ServiceFormPage: Page {
    let site: Site
    /// Nil for a new one.
    let service: LocalService?
    let state: FormState

    private var name: String { service?.name ?? t("services.new") }
    var title: String { state.refusal == nil ? name : t("form.errorTitle", ["title": name]) }
    var mainClass: String? { "page narrow" }
    private var fields: Fields { Fields(t: t, state: state) }

    var content: Markup {
        .list([
            BackLink(path: links.keptServices, label: t("services.title")).markup,
            fields.errorSummary,
            div(.class("page-header")) { h1 { name } },
            form,
        ])
    }

    private var form: Markup {
        let action = service.map { links.keptService($0.id) } ?? links.newService
        return HTML.form(.class("box"), .method("post"), .action(action), .attr("novalidate", "")) {
            what
            ways
            hours
            whom
            fields.input("checkedOn", t("services.checkedOn"), kind: .date, hint: t("services.checkedOn.hint"), short: true)
            div(.class("actions")) {
                button(.class("button"), .type("submit")) { t("administration.save") }
                if let service { a(.class("button quiet"), .href(links.serviceRemoval(service.id))) { t("services.remove") } }
            }
        }
    }

    @MarkupBuilder private var what: Markup {
        fields.input("name", t("services.name"), hint: t("services.name.hint"), maxlength: 100)
        for language in ["fr", "en"] {
            fields.area(
                "description-\(language)", t("services.description.\(language)"),
                hint: language == "fr" ? t("services.description.hint") : nil, optional: language != "fr",
                maxlength: LocalServiceForm.longestDescription, rows: 3)
        }
        for language in ["fr", "en"] {
            fields.input(
                "audience-\(language)", t("services.audience.\(language)"),
                hint: language == "fr" ? t("services.audience.hint") : nil, optional: true, maxlength: 160)
        }
        fields.boxes(
            t("services.topics"),
            LocalService.Topic.allCases.map {
                fields.tile(
                    "topic-\($0.rawValue)", "yes", t("services.topic.\($0.rawValue)"), icon: ServiceCard.symbol($0), first: true, box: true)
            }, name: "topic")
    }

    @MarkupBuilder private var ways: Markup {
        for number in 1...LocalServiceForm.phones {
            fields.input(
                "phone\(number)", number == 1 ? t("services.phone") : t("services.phone.other", ["number": number]), kind: .tel,
                optional: true, autocomplete: "off", maxlength: 30, short: true)
        }
        fields.input(
            "address", t("services.address"), hint: t("services.address.hint"), optional: true, autocomplete: "off", maxlength: 200)
        fields.input("web", t("services.webAddress"), optional: true, autocomplete: "off", maxlength: 200)
    }

    private var hours: Markup {
        fieldset(.class("field")) {
            legend { t("services.hours") }
            p(.class("hint")) { t("services.hours.hint") }
            fields.tile("always", "yes", t("services.hours.always"), icon: "clock", first: true, box: true)
            div(.class("row")) {
                for day in 1...7 { fields.input("hours-\(day)", weekday(day), autocomplete: "off", maxlength: 60) }
            }
            div(.class("field")) { fields.tile("holidays", "yes", t("services.hours.holidays"), first: true, box: true) }
            fields.input("hoursNote", t("services.hoursNote"), hint: t("services.hoursNote.hint"), optional: true, maxlength: 160)
        }
    }

    private func weekday(_ day: Int) -> String {
        let name = t("format.weekday.\(day)")
        return name.prefix(1).uppercased() + name.dropFirst()
    }

    @MarkupBuilder private var whom: Markup {
        fields.tiles("free", t("services.cost"), [("yes", t("services.free"), nil), ("no", t("services.paid"), nil)])
        fields.boxes(
            t("services.tongues"),
            LocalService.Tongue.allCases.map {
                fields.tile("speaks-\($0.rawValue)", "yes", t("services.tongue.\($0.rawValue)"), first: true, box: true)
            })
        fields.tiles("helps", t("services.helps"), kinds.map { ($0, t("services.helps.\($0)"), t("services.helps.\($0).hint")) })
        fields.boxes(
            t("services.helps.which"),
            site.facts.categories.map {
                fields.tile("helps-\($0.key)", "yes", site.label($0), icon: $0.icon, first: true, box: true)
            })
        fields.tiles(
            "zone", t("services.zones"),
            zones.map { ($0, t("organisation.zone.\($0)"), nil) })
        fields.boxes(
            t("organisation.zone.which"),
            site.facts.neighbourhoods.map { fields.tile("zone-\($0.slug)", "yes", $0.name, first: true, box: true) })
    }

    private var kinds: [String] { [LocalServiceForm.some, LocalServiceForm.all, LocalServiceForm.none] }

    /// A town without quartiers is one.
    private var zones: [String] {
        site.facts.neighbourhoods.isEmpty ? [LocalServiceForm.all] : [LocalServiceForm.all, LocalServiceForm.some]
    }
}

/// « Retirer ce service ? » : asked once more, since what was typed is lost with it.
struct ServiceRemovalPage: Page {
    let site: Site
    let service: LocalService

    var title: String { t("services.removal") }
    var mainClass: String? { "page sheet" }

    var content: Markup {
        .list([
            BackLink(path: links.keptService(service.id), label: service.name).markup,
            div(.class("page-header")) {
                h1 { title }
                p(.class("lead")) { t("services.removal.words", ["name": service.name]) }
            },
            HTML.form(.method("post"), .action(links.serviceRemoval(service.id))) {
                div(.class("actions")) {
                    button(.class("button danger"), .type("submit")) { t("services.remove") }
                    a(.class("button quiet"), .href(links.keptService(service.id))) { t("form.back") }
                }
            },
        ])
    }
}
