import Domain
import Localization
import UseCases

/// Refusals as one line on the terminal, in English.
struct CommandWords {
    private let t: Localizer

    init(_ house: House) { t = Localizer(language: .en, catalogue: house.catalogue) }

    func sentence(_ refusal: Refusal) -> String {
        guard let field = refusal.fields.first else { return t(refusal.key, refusal.arguments) }
        return "\(field.name): \(t(field.key, field.arguments))"
    }
}
