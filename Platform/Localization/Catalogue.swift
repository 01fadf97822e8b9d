import Foundation

/// The sentences of the interface in every language, by key. Loaded once, then only looked up.
///
/// A file is one flat JSON object of sorted keys: `"home.title": "Bienvenue à {town}"`. A sentence that depends on a count
/// has a key per plural form: `needs.count.one`, `needs.count.other`.
public struct Catalogue: Sendable {
    private let lexicons: [Language: Lexicon]

    /// Reads `fr.json` and `en.json`.
    /// - Parameter folder: path of the folder that holds them.
    public init(folder: String) throws(CatalogueError) {
        var texts: [Language: [String: String]] = [:]
        for language in Language.allCases {
            texts[language] = try Self.read("\(folder)/\(language.rawValue).json")
        }
        try self.init(texts)
    }

    /// A catalogue from texts at hand, for tests.
    public init(_ texts: [Language: [String: String]]) throws(CatalogueError) {
        let reference = try Self.templates(texts[.reference] ?? [:], file: "\(Language.reference.rawValue).json")
        var lexicons: [Language: Lexicon] = [:]
        for language in Language.allCases {
            let own = try Self.templates(texts[language] ?? [:], file: "\(language.rawValue).json")
            // A sentence not yet translated is shown in the reference language.
            lexicons[language] = Lexicon(language, own.merging(reference) { own, _ in own })
        }
        self.lexicons = lexicons
    }

    func lexicon(_ language: Language) -> Lexicon {
        lexicons[language] ?? Lexicon(language, [:])
    }

    static func read(_ path: String) throws(CatalogueError) -> [String: String] {
        let file = path.split(separator: "/").last.map(String.init) ?? path
        do {
            let data = try Data(contentsOf: URL(fileURLWithPath: path))
            return try JSONDecoder().decode([String: String].self, from: data)
        } catch DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context) {
            throw CatalogueError(file: file, key: context.codingPath.last?.stringValue, reason: "the value is not a string")
        } catch DecodingError.dataCorrupted {
            throw CatalogueError(file: file, key: nil, reason: "not a JSON object")
        } catch {
            throw CatalogueError(file: path, key: nil, reason: "cannot be read")
        }
    }

    private static func templates(_ texts: [String: String], file: String) throws(CatalogueError) -> [String: Template] {
        var templates: [String: Template] = [:]
        for (key, text) in texts {
            do {
                templates[key] = try Template(text)
            } catch {
                throw CatalogueError(file: file, key: key, reason: "\(error)")
            }
        }
        return templates
    }
}

/// What is wrong with a catalogue, in one line: `en.json: home.title: a { without its }`.
public struct CatalogueError: Error, Equatable, CustomStringConvertible {
    public let file: String
    public let key: String?
    public let reason: String

    public var description: String {
        [file, key, reason].compactMap(\.self).joined(separator: ": ")
    }
}
