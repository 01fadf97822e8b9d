/// Speaks to one person: a language, its sentences, and the clock of the place. Pages call it like a function: `t("home.title")`.
public struct Localizer: Sendable {
    public let language: Language
    public let catalogue: Catalogue
    public let timeZone: Zone
    let lexicon: Lexicon

    public init(language: Language, catalogue: Catalogue, timeZone: Zone = .paris) {
        self.language = language
        self.catalogue = catalogue
        self.timeZone = timeZone
        lexicon = catalogue.lexicon(language)
    }

    /// What a `{placeholder}` may be filled with: a `String` as it is, an `Int` with thousands separators.
    public protocol Argument: Sendable {
        func localized(by localizer: Localizer) -> String
    }

    /// The sentence of a key; `⟦key⟧` when there is none.
    public func callAsFunction(_ key: String) -> String {
        lexicon.template(key)?.source ?? missing(key)
    }

    /// The sentence of a key with its placeholders filled; one without a value stays as it is.
    public func callAsFunction(_ key: String, _ arguments: [String: any Argument]) -> String {
        guard let template = lexicon.template(key) else { return missing(key) }
        return template.filled { arguments[$0]?.localized(by: self) }
    }

    /// The form of a sentence for a count, which also fills `{count}`: `t("needs.count", count: 3)`.
    public func callAsFunction(_ key: String, count: Int, _ arguments: [String: any Argument] = [:]) -> String {
        guard let template = lexicon.template(key, count: count) else { return missing(key) }
        return template.filled { $0 == "count" ? number(count) : arguments[$0]?.localized(by: self) }
    }

    private func missing(_ key: String) -> String { "⟦\(key)⟧" }

    var words: FormatWords { lexicon.words }
}

extension String: Localizer.Argument {
    public func localized(by localizer: Localizer) -> String { self }
}

extension Int: Localizer.Argument {
    public func localized(by localizer: Localizer) -> String { localizer.number(self) }
}
