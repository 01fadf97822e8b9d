import Domain
import HTML
import Localization
import UseCases

/// Whether the mail of the day comes, and one button to change it.
struct DayMailChoice {
    let site: Site
    let isOn: Bool

    var markup: Markup {
        let t = site.t
        return section(.class("box section"), .aria("labelledby", "courriel")) {
            h2(.id("courriel")) { t("referent.mail") }
            p { t(isOn ? "referent.mail.on" : "referent.mail.off", ["hour": site.town.settings.dayMailHour]) }
            ButtonForm(
                action: isOn ? site.links.endOfDayMail : site.links.dayMail, label: t(isOn ? "referent.mail.stop" : "referent.mail.start")
            ).markup
        }
    }
}
