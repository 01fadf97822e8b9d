import Domain
import HTML
import Localization
import UseCases

/// The form of an availability.
struct AvailabilityFields {
    let site: Site
    let state: FormState

    private var t: Localizer { site.t }
    private var fields: Fields { Fields(t: t, state: state) }

    var markup: Markup {
        form(.method("post"), .action(site.links.availability), .attr("novalidate", ""), .class("box")) {
            h2 { t("availability.what") }
            categories
            h2 { t("availability.when") }
            days
            div(.class("row")) {
                fields.choice("fromHour", t("availability.from"), (6...22).map(hour))
                fields.choice("toHour", t("availability.to"), (7...24).map(hour))
            }
            fields.choice(
                "weeklyAsks", t("availability.asks"),
                AvailabilityForm.weeklyAsks.map { (String($0), t("availability.asks.number", count: $0)) },
                hint: t("availability.asks.hint"))
            nights
            h2 { t("availability.where") }
            place
            h2 { t("availability.you") }
            languages
            fields.input(
                "birthYear", t("availability.birthYear"), kind: .number, hint: t("availability.birthYear.hint"), autocomplete: "bday-year",
                short: true)
            PrivacyNotice(site: site).markup
            div(.class("actions")) { button(.class("button accent"), .type("submit")) { t("account.save") } }
        }
    }

    private var categories: Markup {
        boxes("categories", t("availability.categories"), style: "tiles two") {
            for (position, category) in site.facts.activeCategories.enumerated() {
                box("categories", category.key, site.label(category), icon: category.icon, first: position == 0)
            }
        }
    }

    private var days: Markup {
        boxes("days", t("availability.days"), style: "tiles two") {
            for day in 1...7 { box("days", String(day), t("availability.day.\(day)"), first: day == 1) }
        }
    }

    private var nights: Markup {
        div(.class("field")) {
            div(.class("tiles")) {
                fields.tile(
                    "nights", "yes", t("availability.nights"), hint: t("availability.nights.hint", quiet), first: true, box: true)
            }
        }
    }

    private var quiet: [String: String] {
        let ladder = site.town.settings.ladder
        return ["from": hour(ladder.dayEndsAt).label, "to": hour(ladder.dayStartsAt).label]
    }

    @MarkupBuilder private var place: Markup {
        ResidentFields(site: site, fields: fields).neighbourhood
        fields.choice("radius", t("availability.radius"), AvailabilityForm.radii.map { (String($0), t.distance($0)) })
        boxes("travel", t("availability.travel"), style: "tiles") {
            for (position, travel) in Helper.Travel.allCases.enumerated() {
                fields.tile("travel", travel.rawValue, t("availability.travel.\(travel.rawValue)"), first: position == 0)
            }
        }
        div(.class("field")) {
            div(.class("tiles")) {
                fields.tile(
                    "remoteOnly", "yes", t("availability.remote"), icon: "remote", hint: t("availability.remote.hint"), first: true,
                    box: true)
            }
        }
    }

    private var languages: Markup {
        boxes("languages", t("availability.languages"), style: "tiles two") {
            for (position, code) in AvailabilityForm.languages.enumerated() {
                box("languages", code, t("spoken.\(code)"), first: position == 0)
            }
        }
    }

    private func boxes(_ name: String, _ label: String, style: String, @MarkupBuilder content: () -> Markup) -> Markup {
        fieldset(.class(state.refused(name) == nil ? "field" : "field invalid")) {
            legend { label }
            fields.error(name)
            div(.class(style)) { content() }
        }
    }

    private func box(_ name: String, _ value: String, _ label: String, icon symbol: String? = nil, first: Bool) -> Markup {
        let isChosen = state[name].split(separator: ",").contains { $0 == value }
        return fields.tile(name, value, label, icon: symbol, first: first, box: true, checked: isChosen)
    }

    private func hour(_ hour: Int) -> (value: String, label: String) { (String(hour), t("availability.hour", ["hour": hour])) }
}
