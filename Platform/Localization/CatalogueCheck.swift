import Foundation

/// Compares the catalogue files with each other and with the sources that use them, for a test of the whole house.
///
/// A use is a literal equal to a key, or to the stem of plural forms; `"status.\(x)"` uses every key under `status.`.
/// A literal passed to one of `calls` must be a key, or its prefix must have one.
public struct CatalogueCheck: Sendable {
    public static let defaultCalls = ["t(", "Refusal(", "FieldError(", ".key(", "key:"]

    private let folder: String
    private let sources: [String]
    private let calls: [String]

    /// - Parameters:
    ///   - folder: path of the folder of `fr.json` and `en.json`.
    ///   - sources: paths of Swift files.
    ///   - calls: code after which a literal is a key. After a label such as `key:`, only a literal with a dot is.
    public init(folder: String, sources: [String], calls: [String] = CatalogueCheck.defaultCalls) {
        self.folder = folder
        self.sources = sources
        self.calls = calls
    }

    /// Paths of all Swift files under a folder, hidden folders such as `.build` left out.
    public static func swiftFiles(under folder: String) -> [String] {
        let paths = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        return paths.filter { $0.hasSuffix(".swift") && !$0.hasPrefix(".") && !$0.contains("/.") }.sorted().map { "\(folder)/\($0)" }
    }

    /// Everything that is wrong; empty when the house is in order.
    /// - Throws: `CatalogueError` if a catalogue file cannot be read, or what reading a source threw.
    public func findings() throws -> [CatalogueFinding] {
        var texts: [Language: [String: String]] = [:]
        var findings: [CatalogueFinding] = []
        for language in Language.allCases {
            let path = "\(folder)/\(language.rawValue).json"
            texts[language] = try Catalogue.read(path)
            findings += order(of: try String(contentsOfFile: path, encoding: .utf8), file: "\(language.rawValue).json")
        }
        findings += try CatalogueComparison(texts).findings()
        return try findings + usage(of: Set(texts.values.flatMap(\.keys)))
    }

    private func usage(of keys: Set<String>) throws -> [CatalogueFinding] {
        var findings: [CatalogueFinding] = []
        var used: Set<String> = []
        var usedPrefixes: Set<String> = []
        for path in sources {
            for literal in SwiftLiterals.of(try String(contentsOfFile: path, encoding: .utf8)) {
                let text = literal.text
                if literal.isInterpolated {
                    let isKey = !text.isEmpty && isPassedAsKey(literal)
                    if isKey || Self.looksLikePrefix(text) { usedPrefixes.insert(text) }
                    if isKey, !keys.contains(where: { $0.hasPrefix(text) }) {
                        findings.append(.missing(key: text + "…", file: path, line: literal.line))
                    }
                } else {
                    used.formUnion([text, "\(text).one", "\(text).other"])
                    if isPassedAsKey(literal), !keys.contains(text), !keys.contains("\(text).other") {
                        findings.append(.missing(key: text, file: path, line: literal.line))
                    }
                }
            }
        }
        let unused = keys.subtracting(used).filter { key in !usedPrefixes.contains { key.hasPrefix($0) } }
        return findings + unused.sorted().map { .unused(key: $0) }
    }

    private func isPassedAsKey(_ literal: SwiftLiteral) -> Bool {
        calls.contains { call in
            guard literal.before.hasSuffix(call), call.hasSuffix("(") || literal.text.contains(".") else { return false }
            guard let first = call.first, first.isLetter, let previous = literal.before.dropLast(call.count).last else { return true }
            return !previous.isLetter && !previous.isNumber && previous != "_"
        }
    }

    /// "status." of `"status.\(x)"`, wherever it stands: often a property that makes the key.
    private static func looksLikePrefix(_ text: String) -> Bool {
        text.count > 1 && text.hasSuffix(".") && text.allSatisfy { $0.isLetter || $0.isNumber || "._-".contains($0) }
    }

    /// Keys that do not follow the one before, in a file of one key per line; a key written twice is one of them.
    private func order(of json: String, file: String) -> [CatalogueFinding] {
        let keys = json.split(separator: "\n").compactMap { line -> String? in
            let parts = line.split(separator: "\"", maxSplits: 2, omittingEmptySubsequences: false)
            return parts.count == 3 && parts[2].drop { $0 == " " }.first == ":" ? String(parts[1]) : nil
        }
        return zip(keys, keys.dropFirst())
            .filter { !$0.utf8.lexicographicallyPrecedes($1.utf8) }
            .map { .outOfOrder(key: $1, file: file) }
    }
}
