/// An address that a server will take, with the name shown beside it. There is no way to make one that holds a line end,
/// a blank or a quote, so none can add a header or a recipient.
public struct MailAddress: Sendable, Hashable {
    /// Shown beside the address, one line without control characters; nil rather than empty.
    public let name: String?
    /// `local@domain`, ASCII, as written: no case is changed.
    public let address: String

    public var domain: String { String(address.drop { $0 != "@" }.dropFirst()) }

    /// Reads a bare address: RFC 5321's unquoted form, 64 characters before the @ and 254 in all, a domain of two labels or more.
    /// An internationalised domain comes in its ASCII form (xn--…). Nil for anything else, outer blanks included.
    public init?(parsing text: some StringProtocol, name: String? = nil) {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard text.utf8.count <= 254, parts.count == 2, Self.isLocalPart(parts[0]), Self.isDomain(parts[1]) else { return nil }
        address = String(text)
        let line = name.map { HeaderText.oneLine($0) } ?? ""
        self.name = line.isEmpty ? nil : line
    }

    static func isLocalPart(_ text: some StringProtocol) -> Bool {
        let atoms = text.split(separator: ".", omittingEmptySubsequences: false)
        return text.utf8.count <= 64 && atoms.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy(isAtomByte) }
    }

    static func isDomain(_ text: some StringProtocol) -> Bool {
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        guard text.utf8.count <= 253, labels.count >= 2, let last = labels.last else { return false }
        return labels.allSatisfy { isLabel(Array($0.utf8)) } && !last.utf8.allSatisfy(isDigit)
    }

    private static func isLabel(_ bytes: [UInt8]) -> Bool {
        (1...63).contains(bytes.count) && bytes.first != UInt8(ascii: "-") && bytes.last != UInt8(ascii: "-")
            && bytes.allSatisfy { isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "-") }
    }

    private static let atomMarks = Set("!#$%&'*+-/=?^_`{|}~".utf8)

    private static func isAtomByte(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) || atomMarks.contains(byte) }
    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
    private static func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) }
}
