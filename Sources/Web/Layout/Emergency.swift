import HTML
import Localization

/// Beside every asking form and conversation (B-13): this is no emergency service, and here are those that are.
struct Emergency {
    let t: Localizer

    private static let numbers = ["15", "18", "112", "3114", "3977", "119"]

    var markup: Markup {
        aside(.class("emergency"), .aria("labelledby", "urgence")) {
            h2(.id("urgence")) { t("emergency.title") }
            p { t("emergency.sentence") }
            ul(.class("numbers")) {
                for number in Self.numbers {
                    li {
                        a(.href("tel:\(number)")) {
                            HTML.b { number }
                            " "
                            t("emergency.\(number)")
                        }
                    }
                }
                li {
                    a(.href("sms:114")) {
                        HTML.b { "114" }
                        " "
                        t("emergency.114")
                    }
                }
            }
        }
    }
}
