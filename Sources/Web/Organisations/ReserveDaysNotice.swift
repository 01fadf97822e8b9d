import Domain
import HTML
import Localization

/// How many working days of this year the reserve was called out, beside what the law allows one volunteer.
struct ReserveDaysNotice {
    let t: Localizer
    let year: ReserveYear

    var markup: Markup {
        div(.class(year.standing == .fine ? "notice info" : "notice warning")) {
            icon(year.standing == .fine ? "calendar" : "warning")
            div {
                p { strong { t("reserve.year", count: year.days, ["year": String(year.year)]) } }
                p { t("reserve.year.\(year.standing.rawValue)") }
            }
        }
    }
}
