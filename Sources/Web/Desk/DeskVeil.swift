import HTML
import Localization

/// What is on a screen of the desk is hidden when nobody has touched it for some minutes.
struct DeskVeil {
    /// Long enough to speak with somebody without a key, short enough for an empty chair.
    static let seconds = 300

    let t: Localizer

    static func assets(_ others: [String] = []) -> Markup {
        .list((others + ["idle"]).map { script(src: "/static/\($0).js", .type("module")) })
    }

    var markup: Markup {
        div(
            .attr("hidden", ""), .data("veil", t("desk.veil")), .data("veil-back", t("desk.veil.back")),
            .data("veil-after", String(Self.seconds))
        ) { Markup.empty }
    }
}

/// The keys of the call screen; they only lead somewhere, and each place has its button or field.
struct CallKeys {
    let t: Localizer

    private static let keys = ["b", "n", "a", "c", "p", "t", "e", "r", "h"]

    var markup: Markup {
        details(.class("section")) {
            summary { t("call.keys") }
            p { t("call.keys.how") }
            ul { for key in Self.keys { li { "\(key.uppercased())\u{A0}: \(t("call.key.\(key)"))" } } }
        }
    }
}
