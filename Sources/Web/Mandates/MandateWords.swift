import Domain
import HTML
import Localization
import UseCases

/// A mandate in plain words.
struct MandateWords {
    let site: Site

    private var t: Localizer { site.t }

    /// « Karim R. », or the town's structure.
    func holder(_ line: Mandating.Line) -> String { line.holder?.shownName ?? structure }
    var structure: String { t("mandate.structure", ["town": site.town.name]) }

    func powers(_ mandate: Mandate) -> String {
        t.list(Mandate.Power.allCases.filter(mandate.powers.contains).map { t("mandate.power.\($0.rawValue)") })
    }

    func standing(_ mandate: Mandate, now: Moment) -> String {
        switch mandate.standing(now) {
        case .pending: t("mandate.state.pending")
        case .confirmed: t("mandate.state.confirmed", ["date": date(mandate.endsAt)])
        case .revoked: t("mandate.state.revoked", ["date": date(mandate.closedAt)])
        case .expired: t("mandate.state.expired", ["date": date(mandate.endsAt)])
        }
    }

    func badge(_ mandate: Mandate, now: Moment) -> String {
        switch mandate.standing(now) {
        case .pending: "badge"
        case .confirmed: mandate.isEnding(now) ? "badge warning" : "badge success"
        case .revoked, .expired: "badge off"
        }
    }

    func date(_ moment: Moment?) -> String { moment.map { t.date($0.milliseconds) } ?? "" }
}

/// The two questions that both forms ask: what for, and how long.
struct MandateFields {
    let t: Localizer
    let fields: Fields

    var markup: Markup {
        .list([
            fieldset(.class(fields.state.refused("ask") == nil ? "field" : "field invalid")) {
                legend { t("mandate.powers") }
                fields.error("ask")
                div(.class("tiles")) {
                    for power in Mandate.Power.allCases {
                        fields.tile(
                            power.rawValue, "yes", t("mandate.power.\(power.rawValue)"), hint: t("mandate.hint.\(power.rawValue)"),
                            first: true, box: true)
                    }
                }
            },
            fields.choice(
                "months", t("mandate.months"), Mandate.terms.map { (String($0), t("mandate.term", count: $0)) },
                hint: t("mandate.months.hint")),
        ])
    }
}

/// « C’est fait. »
struct MandateNotice {
    let t: Localizer
    let done: String?
    private static let known = ["proposition", "fin", "lecteur", "lecteur-fin", "demande", "reponse"]

    var markup: Markup {
        guard let done, Self.known.contains(done) else { return .empty }
        return div(.class("notice success"), .role("status")) {
            icon("check")
            div { p { t("mandate.done.\(done)") } }
        }
    }
}
