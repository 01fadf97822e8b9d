import Domain
import HTML
import Localization

/// What describes a kind of help: its words, how it is done, whom it needs, its picture.
struct CategoryFields {
    let t: Localizer
    let state: FormState

    private var fields: Fields { Fields(t: t, state: state) }

    var markup: Markup {
        .list([
            .list(["fr", "en"].map(words)),
            fields.choice(
                "mode", t("category.mode"), Domain.Category.Mode.allCases.map { ($0.rawValue, t("category.mode.\($0.rawValue)")) }),
            fields.choice(
                "tier", t("category.tier"), TrustTier.allCases.map { (String($0.rawValue), t("category.tier.\($0.rawValue)")) },
                hint: t("category.tier.hint")),
            fields.tile("reviewsTexts", "yes", t("category.reviewsTexts"), hint: t("category.reviewsTexts.hint"), first: true, box: true),
            ladder, icons,
        ])
    }

    /// Who is asked, and who first.
    private var ladder: Markup {
        .list([
            fields.choice(
                "startsOn", t("category.startsOn"), Rung.starts.map { ($0.rawValue, t("rung.\($0.rawValue)")) },
                hint: t("category.startsOn.hint")),
            fieldset(.class("field")) {
                legend { t("category.uses") }
                p(.class("hint")) { t("category.uses.hint") }
                div(.class("tiles two")) {
                    for (position, rung) in Rung.optional.enumerated() {
                        fields.tile("uses-\(rung.rawValue)", "yes", t("rung.\(rung.rawValue)"), first: position == 0, box: true)
                    }
                }
            },
        ])
    }

    private func words(_ language: String) -> Markup {
        .list([
            fields.input("label-\(language)", t("category.label.\(language)"), optional: language != "fr", maxlength: 60),
            fields.input("guidance-\(language)", t("category.guidance.\(language)"), optional: true, maxlength: 160),
        ])
    }

    private var icons: Markup {
        fieldset(.class(state.refused("icon") == nil ? "field" : "field invalid")) {
            legend { t("category.icon") }
            fields.error("icon")
            div(.class("tiles two")) {
                for (position, name) in CategoryForm.icons.enumerated() {
                    fields.tile("icon", name, t("icon.\(name)"), icon: name, first: position == 0)
                }
            }
        }
    }
}
