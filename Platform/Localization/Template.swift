/// A sentence of the catalogue, cut at its `{placeholders}` once, when it is loaded.
struct Template: Sendable {
    enum Part: Sendable {
        case text(String)
        case placeholder(String)
    }

    let source: String
    private let parts: [Part]

    /// - Throws: what is wrong, for the person who wrote the sentence.
    init(_ source: String) throws(TemplateError) {
        self.source = source
        parts = try Self.cut(source)
    }

    /// Words without placeholders, shown as they are.
    init(verbatim source: String) {
        self.source = source
        parts = []
    }

    var placeholders: Set<String> {
        Set(parts.compactMap { if case .placeholder(let name) = $0 { name } else { nil } })
    }

    /// A placeholder without a value stays visible, so that somebody reports it.
    func filled(_ value: (String) -> String?) -> String {
        if parts.isEmpty { return source }
        var result = ""
        for part in parts {
            switch part {
            case .text(let text): result += text
            case .placeholder(let name): result += value(name) ?? "{\(name)}"
            }
        }
        return result
    }

    func filled(_ values: KeyValuePairs<String, String>) -> String {
        filled { name in values.first { $0.key == name }?.value }
    }

    /// The parts of a sentence; none if it has no placeholder.
    private static func cut(_ source: String) throws(TemplateError) -> [Part] {
        var parts: [Part] = []
        var rest = source[...]
        while let brace = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
            guard rest[brace] == "{" else { throw .strayBrace }
            guard let end = rest[brace...].firstIndex(of: "}") else { throw .unclosedPlaceholder }
            let name = rest[rest.index(after: brace)..<end]
            guard isName(name) else { throw .badName(String(name)) }
            if brace > rest.startIndex { parts.append(.text(String(rest[..<brace]))) }
            parts.append(.placeholder(String(name)))
            rest = rest[rest.index(after: end)...]
        }
        if !parts.isEmpty && !rest.isEmpty { parts.append(.text(String(rest))) }
        return parts
    }

    private static func isName(_ name: Substring) -> Bool {
        !name.isEmpty && name.utf8.allSatisfy { $0 | 0x20 >= UInt8(ascii: "a") && $0 | 0x20 <= UInt8(ascii: "z") }
    }
}

enum TemplateError: Error, CustomStringConvertible {
    case strayBrace, unclosedPlaceholder
    case badName(String)

    var description: String {
        switch self {
        case .strayBrace: "a } without its {"
        case .unclosedPlaceholder: "a { without its }"
        case .badName(let name): "{\(name)} is no placeholder: letters only"
        }
    }
}
