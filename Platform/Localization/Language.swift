/// A language of the interface. The raw value is its BCP 47 tag, the `lang` attribute and the name of its catalogue file.
public enum Language: String, Sendable, CaseIterable {
    case fr, en

    /// The language of the town halls, and the reference of the catalogue.
    public static let reference = Language.fr

    /// The best supported language of an `Accept-Language` header (RFC 9110, section 12.5.4); French when none is.
    public init(acceptLanguage header: String?) {
        var best = (language: Language.reference, quality: 0.0)
        for range in (header ?? "").split(separator: ",") {
            guard let (tag, quality) = Self.parse(range), quality > best.quality else { continue }
            if tag == "*" {
                best = (.reference, quality)
            } else if let language = Language(rawValue: tag) {
                best = (language, quality)
            }
        }
        self = best.language
    }

    /// "en-GB;q=0.8" → ("en", 0.8); nil for a quality that is no number.
    private static func parse(_ range: Substring) -> (tag: String, quality: Double)? {
        let parts = range.split(separator: ";")
        guard let tag = parts.first?.split(separator: "-").first else { return nil }
        var quality = 1.0
        for part in parts.dropFirst() {
            let pair = part.split(separator: "=")
            guard pair.count == 2, pair[0].trimmed == "q" else { continue }
            guard let number = Double(pair[1].trimmed), number <= 1 else { return nil }
            quality = number
        }
        return (tag.trimmed, quality)
    }

    /// The plural form of a count: French says "0 demande" and "1 demande", English only "1 request" (CLDR plural rules).
    func plural(_ count: Int) -> Plural {
        switch self {
        case .fr: count.magnitude < 2 ? .one : .other
        case .en: count.magnitude == 1 ? .one : .other
        }
    }
}

/// The suffix of a key that has a form per count.
enum Plural: String, CaseIterable {
    case one, other
}

extension Substring {
    fileprivate var trimmed: String {
        String(drop { $0 == " " || $0 == "\t" }.prefix { $0 != " " && $0 != "\t" }).lowercased()
    }
}
