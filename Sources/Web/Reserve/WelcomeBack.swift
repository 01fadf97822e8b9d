import HTML
import Localization

/// Warm words for a helper who is just back.
struct WelcomeBack {
    let t: Localizer

    var markup: Markup {
        div(.class("notice success"), .role("status")) {
            icon("check")
            div {
                h2 { t("reserve.back.title") }
                p { t("reserve.back.here") }
            }
        }
    }
}
