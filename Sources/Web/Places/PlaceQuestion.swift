import Domain
import HTML
import Localization
import UseCases

/// « Où ? » in every form: an address of the base, completed as one types, or a quartier; then words for the door.
struct PlaceQuestion {
    let site: Site
    let fields: Fields
    /// What the base said of an address that was not understood.
    var finding: PlaceFinding?
    /// Nobody's browser knows the address of somebody else.
    var isOwn = true
    /// A person who already has a place need not name a quartier.
    var isQuartierOptional = false

    private var t: Localizer { site.t }

    var markup: Markup {
        .list([
            site.facts.hasAddresses ? address : .empty,
            site.facts.neighbourhoods.isEmpty ? .empty : quartier,
            fields.area(
                "place", t(site.facts.hasAddresses ? "place.words" : "ask.place.address"),
                hint: t(site.facts.hasAddresses ? "place.words.hint" : "ask.place.address.hint"), optional: true, maxlength: 300, rows: 3),
        ])
    }

    private var address: Markup {
        div(
            .class("completion"), .data("completion", site.links.addresses), .data("none", t("completion.nothing")),
            .data("one", t("completion.single")),
            .data("other", t("completion.many")), .data("list", t("completion.list"))
        ) {
            fields.input(
                "address", t("place.address"), hint: t("place.address.hint"), optional: !site.facts.neighbourhoods.isEmpty,
                autocomplete: isOwn ? "address-line1" : "off", maxlength: 200)
            choices
        }
    }

    /// After a refusal: the addresses it may be, and a way on for whoever finds none.
    private var choices: Markup {
        guard let finding, finding.address.refusal != nil else { return .empty }
        return fieldset(.class("field")) {
            legend { t(finding.address.choices.isEmpty ? "place.forward" : "place.choose") }
            div(.class("tiles")) {
                for (position, candidate) in finding.address.choices.enumerated() {
                    fields.tile("addressChoice", candidate.label, candidate.label, icon: "pin", first: position == 0)
                }
                fields.tile(
                    "addressChoice", "words", t("place.keepWords"), icon: "talk", hint: t("place.keepWords.hint"),
                    first: finding.address.choices.isEmpty)
            }
        }
    }

    private var quartier: Markup {
        fields.choice(
            "neighbourhood", t(site.facts.hasAddresses ? "place.quartier" : "ask.place.neighbourhood"),
            site.facts.neighbourhoods.map { ($0.slug, $0.name) } + [("unknown", t("ask.place.unknown"))],
            optional: site.facts.hasAddresses || isQuartierOptional)
    }
}
