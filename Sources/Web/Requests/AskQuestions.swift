import Domain
import HTML
import Localization
import UseCases

/// The fields of each step.
struct AskQuestions {
    let page: AskPage

    private var t: Localizer { page.t }
    private var fields: Fields { page.fields }
    private var state: FormState { page.state }

    var markup: Markup {
        switch page.step {
        case .what: what
        case .when: when
        case .place: place
        case .who: who
        case .details: details
        case .contact: contact
        case .check: AskSummary(page: page).markup
        }
    }

    private func question(_ name: String, hint: String? = nil, @MarkupBuilder content: () -> Markup) -> Markup {
        fieldset(.class("question")) {
            legend { h1 { t("ask.\(page.step.rawValue).title") } }
            if let hint { p(.class("hint")) { hint } }
            div(.class(state.refused(name) == nil ? "field" : "field invalid")) {
                fields.error(name)
                content()
            }
        }
    }

    private var what: Markup {
        question("category", hint: t("ask.what.hint")) {
            div(.class("tiles two")) {
                for (position, category) in page.site.facts.activeCategories.enumerated() {
                    fields.tile(
                        "category", category.key, page.site.label(category), icon: category.icon,
                        hint: category.guidance(page.site.language), first: position == 0)
                }
            }
        }
    }

    private var when: Markup {
        question("when") {
            div(.class("tiles")) {
                fields.tile("when", "now", t("ask.when.now"), icon: "clock", hint: t("ask.when.now.hint"), first: true)
                fields.tile("when", "date", t("ask.when.date"), icon: "calendar")
                div(.class("reveal")) {
                    fields.input("date", t("ask.when.day"), kind: .date, hint: t("ask.when.day.hint"), short: true)
                }
                fields.tile("when", "every", t("ask.when.every"), icon: "repeat")
                div(.class("reveal")) {
                    fields.choice(
                        "rhythm", t("ask.when.rhythm"),
                        WhenWanted.Rhythm.allCases.map { ($0.rawValue, t("rhythm.\($0.rawValue)")) })
                }
            }
        }
    }

    private var place: Markup {
        div(.class("question")) {
            h1 { t("ask.place.title") }
            p(.class("hint")) { t("ask.place.hint") }
            PlaceQuestion(site: page.site, fields: fields, finding: page.place).markup
            if !page.site.facts.neighbourhoods.isEmpty || page.site.facts.hasAddresses { askedFirst }
        }
    }

    private var askedFirst: Markup {
        let scopes = PlaceScope.allCases.filter { scope in
            scope == .neighbourhood ? !page.site.facts.neighbourhoods.isEmpty : page.site.facts.hasAddresses
        }
        return HTML.details(.open(!state["askedFirst"].isEmpty)) {
            summary { t("ask.first.title") }
            p(.class("hint")) { t("ask.first.hint") }
            div(.class("tiles")) {
                fields.tile("askedFirst", "", t("ask.first.everybody"), first: true, checked: state["askedFirst"].isEmpty)
                for scope in scopes { fields.tile("askedFirst", scope.rawValue, t("ask.first.\(scope.rawValue)")) }
            }
        }
    }

    private var who: Markup {
        question("for") {
            div(.class("tiles")) {
                fields.tile("for", "me", t("ask.who.me"), icon: "person", first: true)
                for line in page.mandates {
                    fields.tile(
                        "for", line.mandate.id.text, t("ask.who.mandate", ["name": line.represented.shownName]), icon: "people",
                        hint: t("ask.who.mandate.hint"))
                }
                fields.tile("for", "other", t("ask.who.other"), icon: "people", hint: t("ask.who.other.hint"))
                div(.class("reveal")) {
                    div(.class("row")) {
                        fields.input("otherFirstName", t("ask.who.firstName"), autocomplete: "off", maxlength: 60)
                        fields.input("otherLastName", t("ask.who.lastName"), optional: true, autocomplete: "off", maxlength: 60)
                    }
                    fields.input("otherPhone", t("ask.who.phone"), kind: .tel, hint: t("ask.who.phone.hint"), autocomplete: "off")
                }
            }
        }
    }

    private var details: Markup {
        div(.class("question")) {
            h1 { t("ask.details.title") }
            p(.class("hint")) { t("ask.details.hint") }
            fields.area("details", t("ask.details.details"), hint: t("ask.details.health"), optional: true, maxlength: 1_000)
            fields.area(
                "constraints", t("ask.details.constraints"), hint: t("ask.details.constraints.hint"), optional: true, maxlength: 500,
                rows: 3)
        }
    }

    private var contact: Markup {
        div(.class("question")) {
            h1 { t("ask.contact.title") }
            p(.class("hint")) { t("ask.contact.hint") }
            div(.class("row")) {
                fields.input("firstName", t("ask.contact.firstName"), autocomplete: "given-name", maxlength: 60)
                fields.input("lastName", t("ask.contact.lastName"), optional: true, autocomplete: "family-name", maxlength: 60)
            }
            fields.input("email", t("ask.contact.email"), kind: .email, hint: t("ask.contact.email.hint"), autocomplete: "email")
            fields.input("phone", t("ask.contact.phone"), kind: .tel, hint: t("ask.contact.phone.hint"), autocomplete: "tel")
        }
    }
}
