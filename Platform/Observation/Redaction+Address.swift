extension Redaction {
    /// Words with `@` (or `%40`) between a local part and a domain. The alphabet is RFC 5322's atext, with every non-ASCII letter, less
    /// the `/ & ?` that separate the parts of a URL.
    static func addresses(in bytes: [UInt8]) -> [Range<Int>] {
        runs(in: bytes, of: isPartOfAddress).filter { run in
            run.dropFirst().contains { index in
                guard let next = endOfAt(bytes, index), next < bytes.count else { return false }
                return bytes[next].isAlphanumeric || bytes[next] >= 0x80 || bytes[next] == UInt8(ascii: "[")
            }
        }
    }

    private static func endOfAt(_ bytes: [UInt8], _ index: Int) -> Int? {
        if bytes[index] == UInt8(ascii: "@") { return index + 1 }
        return bytes[index...].starts(with: "%40".utf8) ? index + 3 : nil
    }

    private static let punctuation: Set<UInt8> = Set(".!#$%'*+=^_`{|}~-@".utf8)

    private static func isPartOfAddress(_ byte: UInt8) -> Bool { byte.isAlphanumeric || byte >= 0x80 || punctuation.contains(byte) }
}

extension Redaction {
    /// Words of exactly 43 base64url characters; longer ones (a token with a prefix) when they mix capitals, small letters and digits,
    /// which hexadecimal digests do not.
    static func tokens(in bytes: [UInt8]) -> [Range<Int>] {
        runs(in: bytes) { $0.isAlphanumeric || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }.filter { run in
            guard run.count > 43 else { return run.count == 43 }
            let word = bytes[run]
            return word.contains(where: \.isUpper) && word.contains(where: \.isLower) && word.contains(where: \.isDigit)
        }
    }
}
