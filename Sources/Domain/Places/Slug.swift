import Foundation

/// A name as an address writes it: `Les Cœurs-Unis, l’Île` becomes `les-coeurs-unis-l-ile`.
public enum Slug {
    private static let ligatures: [Character: String] = ["œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "đ": "d", "ł": "l"]

    /// Small letters, digits and single dashes, at most 60; empty when the name holds no Latin letter or digit.
    public static func of(_ name: String) -> String {
        let spelled = name.lowercased().map { ligatures[$0] ?? String($0) }.joined()
        var slug = ""
        for scalar in spelled.decomposedStringWithCanonicalMapping.unicodeScalars where !scalar.properties.isDiacritic {
            if scalar.isASCII, UInt8(scalar.value).isLetterOrDigit {
                slug.unicodeScalars.append(scalar)
            } else if scalar.properties.generalCategory != .nonspacingMark, !slug.isEmpty, slug.last != "-" {
                slug.append("-")
            }
        }
        let cut = slug.prefix(60)
        return String(cut.last == "-" ? cut.dropLast() : cut)
    }
}
