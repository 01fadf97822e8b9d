/// Something wrong between the catalogue and the house, in one line.
public enum CatalogueFinding: Sendable, Hashable, CustomStringConvertible {
    /// The source uses a key that no file has.
    case missing(key: String, file: String, line: Int)
    /// No source uses the key.
    case unused(key: String)
    /// The key is absent from one language.
    case untranslated(key: String, language: Language)
    /// Translations, or plural forms, of the key do not have the same placeholders.
    case placeholdersDiffer(key: String, sets: [String])
    /// The key is written twice, or not at its place in the alphabet.
    case outOfOrder(key: String, file: String)

    public var description: String {
        switch self {
        case .missing(let key, let file, let line): "\(file):\(line): no sentence for \(key)"
        case .unused(let key): "\(key): used nowhere"
        case .untranslated(let key, let language): "\(key): not in \(language.rawValue).json"
        case .placeholdersDiffer(let key, let sets): "\(key): placeholders differ: \(sets.joined(separator: " | "))"
        case .outOfOrder(let key, let file): "\(file): \(key): twice, or out of order"
        }
    }
}

/// Compares the languages with each other.
struct CatalogueComparison {
    private let texts: [Language: [String: String]]
    private let keys: Set<String>

    init(_ texts: [Language: [String: String]]) {
        self.texts = texts
        keys = Set(texts.values.flatMap(\.keys))
    }

    func findings() throws(CatalogueError) -> [CatalogueFinding] {
        var findings: [CatalogueFinding] = []
        var sets: [String: Set<Set<String>>] = [:]
        for key in keys.sorted() {
            for language in Language.allCases {
                guard let text = texts[language]?[key] else {
                    findings.append(.untranslated(key: key, language: language))
                    continue
                }
                sets[stem(key), default: []].insert(try placeholders(text, key, language))
            }
        }
        for (key, sets) in sets.sorted(by: { $0.key < $1.key }) where sets.count > 1 {
            let shown = sets.map { set in set.sorted().map { "{\($0)}" }.joined(separator: " ") }
            findings.append(.placeholdersDiffer(key: key, sets: shown.map { $0.isEmpty ? "none" : $0 }.sorted()))
        }
        return findings
    }

    private func placeholders(_ text: String, _ key: String, _ language: Language) throws(CatalogueError) -> Set<String> {
        do {
            return try Template(text).placeholders
        } catch {
            throw CatalogueError(file: "\(language.rawValue).json", key: key, reason: "\(error)")
        }
    }

    /// `needs.count` for `needs.count.one` and `needs.count.other`, which are compared together; any other key itself.
    private func stem(_ key: String) -> String {
        guard let form = Plural.allCases.first(where: { key.hasSuffix(".\($0.rawValue)") }) else { return key }
        let stem = String(key.dropLast(form.rawValue.count + 1))
        return Plural.allCases.allSatisfy { keys.contains("\(stem).\($0.rawValue)") } ? stem : key
    }
}
