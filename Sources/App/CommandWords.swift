import Domain
import Localization
import UseCases

/// Refusals as lines on the terminal, in English.
struct CommandWords {
    private let t: Localizer

    init(_ house: House) { t = Localizer(language: .en, catalogue: house.catalogue) }

    /// One line per fault.
    func problem(_ refusal: Refusal) -> Settings.Problem {
        guard !refusal.fields.isEmpty else { return Settings.Problem(description: t(refusal.key, refusal.arguments)) }
        return Settings.Problem(
            description: refusal.fields.map { "\($0.name): \(t($0.key, $0.arguments))" }.joined(separator: "\n"))
    }
}
