/// Keeps personal data and secrets out of logs: e-mail addresses, French telephone numbers, and tokens of the kind that sign-in and
/// tracking links carry (32 bytes in base64url, 43 characters). When in doubt it takes more. One pass per pattern, no backtracking:
/// the time grows with the length, whatever the text.
public enum Redaction {
    public static let mark = "[redacted]"

    /// The text with each finding replaced by ``mark``.
    public static func clean(_ text: String) -> String {
        let bytes = Array(text.utf8)
        let findings = (addresses(in: bytes) + tokens(in: bytes) + telephones(in: bytes)).sorted { $0.lowerBound < $1.lowerBound }
        guard !findings.isEmpty else { return text }
        var clean: [UInt8] = []
        var next = 0
        for finding in findings where finding.upperBound > next {
            if finding.lowerBound >= next {
                clean += bytes[next..<finding.lowerBound]
                clean += mark.utf8
            }
            next = finding.upperBound
        }
        return String(decoding: clean + bytes[next...], as: UTF8.self)
    }

    /// The longest stretches of bytes that all belong to an alphabet.
    static func runs(in bytes: [UInt8], of belongs: (UInt8) -> Bool) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        var start: Int?
        for (index, byte) in bytes.enumerated() {
            if belongs(byte) {
                start = start ?? index
            } else if let first = start {
                runs.append(first..<index)
                start = nil
            }
        }
        if let first = start { runs.append(first..<bytes.count) }
        return runs
    }
}

extension UInt8 {
    var isDigit: Bool { (0x30...0x39).contains(self) }
    var isLower: Bool { (0x61...0x7A).contains(self) }
    var isUpper: Bool { (0x41...0x5A).contains(self) }
    var isAlphanumeric: Bool { isDigit || isLower || isUpper }
    var isHexadecimalLetter: Bool { (0x61...0x66).contains(self) || (0x41...0x46).contains(self) }
}
