import Domain
import HTML
import Localization
import UseCases

/// The fields of each step.
struct OfferQuestions {
    let page: OfferFormPage

    private var t: Localizer { page.t }
    private var fields: Fields { page.fields }
    private var state: FormState { page.state }

    var markup: Markup {
        switch page.step {
        case .what: what
        case .when: when
        case .place: place
        case .check: check
        }
    }

    private var heading: String { t("offer.\(page.step.rawValue).title") }

    private func group(_ name: String, _ legend: Markup, style: String = "tiles", @MarkupBuilder tiles: () -> Markup) -> Markup {
        fieldset(.class(state.refused(name) == nil ? "field" : "field invalid")) {
            HTML.legend { legend }
            fields.error(name)
            div(.class(style)) { tiles() }
        }
    }

    private var what: Markup {
        let chosen = Set(page.form.several("category"))
        return fieldset(.class("question")) {
            legend { h1 { heading } }
            p(.class("hint")) { t("offer.what.hint") }
            div(.class(state.refused("category") == nil ? "field" : "field invalid")) {
                fields.error("category")
                div(.class("tiles two")) {
                    for (position, category) in page.site.facts.activeCategories.enumerated() {
                        fields.tile(
                            "category", category.key, page.site.label(category), icon: category.icon,
                            hint: category.tier.needsMeeting ? t("offer.what.meeting") : nil, first: position == 0, box: true,
                            checked: chosen.contains(category.key))
                    }
                }
            }
            p(.class("link")) { a(.href(page.site.links.proposal)) { t("proposal.title") } }
        }
    }

    private var when: Markup {
        let days = Set(page.form.several("weekday"))
        return div(.class("question")) {
            h1 { heading }
            p(.class("hint")) { t("offer.when.hint") }
            group("days", .text(t("offer.when.days"))) {
                for (position, choice) in FreeTime.Days.allCases.enumerated() {
                    fields.tile("days", choice.rawValue, t("offers.days.\(choice.rawValue)"), first: position == 0)
                }
                div(.class("reveal tiles two")) {
                    for day in 1...7 {
                        fields.tile("weekday", String(day), t("format.weekday.\(day)"), box: true, checked: days.contains(String(day)))
                    }
                }
            }
            group("part", .text(t("offer.when.part")), style: "tiles two") {
                for (position, part) in FreeTime.Part.allCases.enumerated() {
                    fields.tile("part", part.rawValue, t("offer.part.\(part.rawValue)"), first: position == 0)
                }
            }
        }
    }

    private var place: Markup {
        div(.class("question")) {
            h1 { heading }
            group("reach", span(.class("visually-hidden")) { heading }) {
                for (position, reach) in Reach.allCases.enumerated() {
                    fields.tile(
                        "reach", reach.rawValue, t("offers.reach.\(reach.rawValue)"), icon: OfferWords.symbol(reach),
                        hint: reach == .near ? nil : t("offer.reach.\(reach.rawValue).hint"), first: position == 0)
                }
            }
            if !page.site.facts.neighbourhoods.isEmpty {
                fields.choice(
                    "neighbourhood", t("ask.place.neighbourhood"),
                    page.site.facts.neighbourhoods.map { ($0.slug, $0.name) } + [("unknown", t("ask.place.unknown"))])
            }
        }
    }

    private var check: Markup {
        div(.class("question")) {
            h1 { heading }
            summary
            fields.area("details", t("offer.details"), hint: t("offer.details.hint"), optional: true, maxlength: 300, rows: 3)
            if page.needsBirthYear {
                fields.input(
                    "birthYear", t("offer.birthYear"), kind: .number, hint: t("offer.birthYear.hint"), autocomplete: "bday-year",
                    short: true)
            }
            PrivacyNotice(site: page.site, purpose: .helping).markup
        }
    }

    private var summary: Markup {
        let chosen = Set(page.form.several("category"))
        let kinds = page.site.facts.activeCategories.filter { chosen.contains($0.key) }.map { page.site.label($0) }
        let choice = page.form["days"].flatMap(FreeTime.Days.init) ?? .all
        let days = choice == .some ? Set(page.form.several("weekday").compactMap { Int($0) }) : choice.weekdays
        let part = page.form["part"].flatMap(FreeTime.Part.init) ?? .day
        let reach = page.form["reach"].flatMap(Reach.init)
        let quartier = page.site.facts.neighbourhood(slug: page.form["neighbourhood"] ?? "")?.name
        return dl(.class("summary")) {
            row(.what, kinds)
            row(.when, [OfferWords(t: t).time(FreeTime(weekdays: days, part: part))])
            row(.place, [reach.map { t("offers.reach.\($0.rawValue)") }, quartier])
        }
    }

    private func row(_ step: OfferForm.Step, _ values: [String?]) -> Markup {
        AnswerRow(t: t, label: t("offer.\(step.rawValue).label"), values: values, change: page.links.newOffer(step)).markup
    }
}
