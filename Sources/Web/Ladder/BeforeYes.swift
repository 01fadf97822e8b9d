import Domain
import HTML
import Localization
import UseCases

/// What a helper should know before a yes: nobody must, money stays clean (B-09), who insures what (B-04).
struct BeforeYes {
    let site: Site
    let category: Domain.Category
    let frame: InterventionFrame
    /// Asked by mail, not come by themselves.
    var isAsked = false

    private var t: Localizer { site.t }

    var markup: Markup {
        div(.class("stack")) {
            if isAsked {
                p(.class("meta")) { t("answer.free") + " " + t("answer.few") }
                p(.class("meta")) { t("answer.later.hint") }
            }
            if category.tier == .money || category.key == "groceries" { money }
            details(.open()) {
                summary { t("insurance.title") }
                p { site.town.settings.insurance[site.language] ?? t("insurance.\(frame.rawValue)") }
            }
        }
    }

    private var money: Markup {
        div(.class("notice warning")) {
            icon("euro")
            div {
                h2 { t("answer.money.title") }
                ul {
                    li { t("answer.money.card") }
                    li { t("answer.money.ceiling", ["ceiling": site.town.settings.moneyCeiling]) }
                    li { t("answer.money.receipt") }
                }
            }
        }
    }
}
