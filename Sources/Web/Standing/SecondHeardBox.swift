import Domain
import HTML
import Localization
import UseCases

/// To be asked of whoever is on the telephone and reads no mail: may this one be the second person?
struct SecondHeardBox {
    let site: Site
    let second: ProposedSecond?
    /// Who comes now.
    let helperName: String?

    private var t: Localizer { site.t }

    var markup: Markup {
        guard let second else { return .empty }
        return section(.class("box tint"), .aria("labelledby", "deuxieme")) {
            h2(.id("deuxieme")) { t("standing.heard.title") }
            p { t("standing.heard.words", ["name": second.name, "helper": helperName ?? t("calls.aNeighbour")]) }
            div(.class("actions")) {
                for answer in ["yes", "no"] {
                    ButtonForm(
                        action: site.links.guidedSecond(second.request), label: t("standing.second.\(answer)"),
                        style: answer == "yes" ? "button" : "button secondary", complement: second.name,
                        hidden: [("person", second.person.text), ("answer", answer)]
                    ).markup
                }
            }
        }
    }
}
