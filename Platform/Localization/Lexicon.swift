/// One language of the catalogue, with the words of dates and numbers looked up beforehand.
/// A class so that a `Localizer`, made for every request, costs one reference.
final class Lexicon: Sendable {
    let language: Language
    private let templates: [String: Template]
    let words: FormatWords

    init(_ language: Language, _ templates: [String: Template]) {
        self.language = language
        self.templates = templates
        words = FormatWords(templates)
    }

    func template(_ key: String) -> Template? { templates[key] }

    /// The form for a count; the general form where the language has no special one.
    func template(_ key: String, count: Int) -> Template? {
        templates["\(key).\(language.plural(count).rawValue)"] ?? templates["\(key).\(Plural.other.rawValue)"]
    }
}
