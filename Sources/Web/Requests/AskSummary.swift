import Domain
import HTML
import Localization
import UseCases

/// The last page: what was answered, each with a way back, and the information notice (G-05).
struct AskSummary {
    let page: AskPage

    private var t: Localizer { page.t }
    private var form: AskForm { page.form }

    var markup: Markup {
        div(.class("question")) {
            h1 { t("ask.check.title") }
            dl(.class("summary")) {
                for row in rows { row }
            }
            PrivacyNotice(site: page.site).markup
            div(.class(page.state.refused("notice") == nil ? "field" : "field invalid")) {
                page.fields.error("notice")
                page.fields.tile("notice", "yes", t("ask.check.notice"), first: true, box: true)
            }
        }
    }

    private var rows: [Markup] {
        [
            row(.what, [page.site.facts.category(key: form["category"] ?? "").map { page.site.label($0) }]),
            row(.when, [whenWords]),
            row(.place, [form["address"].flatMap { $0.isEmpty ? nil : $0 } ?? neighbourhood, form["place"]]),
            row(.who, who),
            row(.details, [form["details"], form["constraints"]]),
        ] + (form.mandate == nil ? [row(.contact, [form["firstName"], form["lastName"], form["email"], form["phone"]])] : [])
    }

    private var who: [String?] {
        if form["for"] == "other" { return [form["otherFirstName"], form["otherLastName"], form["otherPhone"]] }
        let represented = page.mandates.first { $0.mandate.id == form.mandate }?.represented.shownName
        return [represented.map { t("ask.who.mandate", ["name": $0]) } ?? t("ask.who.me")]
    }

    private var neighbourhood: String? {
        page.site.facts.neighbourhood(slug: form["neighbourhood"] ?? "")?.name ?? t("ask.place.unknown")
    }

    private var whenWords: String {
        switch form["when"] {
        case "date":
            CivilDay(form["date"] ?? "").map { t.date($0.midnight(in: page.site.town.timeZone).milliseconds) } ?? form["date"] ?? ""
        case "every": t("rhythm.\(form["rhythm"] ?? "")")
        default: t("ask.when.now")
        }
    }

    private func row(_ step: AskForm.Step, _ values: [String?]) -> Markup {
        AnswerRow(t: t, label: t("ask.\(step.rawValue).label"), values: values, change: page.address.ask(step)).markup
    }
}
