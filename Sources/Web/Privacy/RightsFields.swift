import Domain
import HTML
import Localization

/// The questions that a person and an agent answer alike.
struct RightsFields {
    let fields: Fields
    private var t: Localizer { fields.t }

    var markup: Markup {
        .list([
            group("kind", RightsRequest.Kind.allCases.map(\.rawValue)) { t("rights.kind.hint.\($0)") },
            fields.area("words", t("rights.words"), hint: t("rights.words.hint"), optional: true, maxlength: 4_000),
            fields.input("name", t("rights.name"), autocomplete: "name", maxlength: 120),
            group("answerBy", RightsRequest.AnswerBy.allCases.map(\.rawValue)) { _ in nil },
            fields.input("email", t("ask.contact.email"), kind: .email, optional: true, autocomplete: "email"),
            fields.input("phone", t("ask.contact.phone"), kind: .tel, optional: true, autocomplete: "tel"),
            fields.area("address", t("rights.address"), optional: true, maxlength: 300, rows: 3),
        ])
    }

    func group(_ name: String, _ values: [String], hint: (String) -> String?) -> Markup {
        fieldset(.class(fields.state.refused(name) == nil ? "field" : "field invalid")) {
            legend { t("rights.\(name)") }
            fields.error(name)
            div(.class("tiles")) {
                for (position, value) in values.enumerated() {
                    fields.tile(name, value, t("rights.\(name).\(value)"), hint: hint(value), first: position == 0)
                }
            }
        }
    }
}
