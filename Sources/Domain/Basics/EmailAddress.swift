/// An address as the public writes it: checked for shape, not for existence.
public struct EmailAddress: Hashable, Sendable {
    public let text: String

    /// - Returns: nil unless `local@domain.tld` in ASCII, at most 64 + 190 characters, without quotes, spaces or controls.
    public init?(_ text: String) {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, Self.isLocal(parts[0]), Self.isDomain(parts[1]) else { return nil }
        self.text = "\(parts[0])@\(parts[1].lowercased())"
    }

    /// Two spellings of one address are the same person's: providers ignore case.
    public var normalised: String { text.lowercased() }

    private static let marks = Set("!#$%&'*+-/=?^_`{|}~.".utf8)

    private static func isLocal(_ part: Substring) -> Bool {
        (1...64).contains(part.utf8.count) && !part.hasPrefix(".") && !part.hasSuffix(".") && !part.contains("..")
            && part.utf8.allSatisfy { $0.isLetterOrDigit || marks.contains($0) }
    }

    private static func isDomain(_ part: Substring) -> Bool {
        let labels = part.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count >= 2, part.utf8.count <= 190, (labels.last?.count ?? 0) >= 2 else { return false }
        return labels.allSatisfy { label in
            (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
                && label.utf8.allSatisfy { $0.isLetterOrDigit || $0 == UInt8(ascii: "-") }
        }
    }
}

extension UInt8 {
    var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
    var isLetterOrDigit: Bool {
        isDigit || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self)
    }
}
