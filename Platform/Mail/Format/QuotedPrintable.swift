/// RFC 2045 §6.7: text as ASCII lines of at most 76 characters, legible where it is French.
enum QuotedPrintable {
    private static let limit = 76
    private static let digits = Array("0123456789ABCDEF")

    static func escape(_ byte: UInt8) -> String {
        "=\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
    }

    /// The encoded lines, without their ends. CRLF, LF and CR all end a line; the end of the last one goes without saying.
    static func lines(_ text: String) -> [String] {
        var bytes = Array(text.utf8).normalisedLineEnds
        if bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
        return bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).flatMap(encode)
    }

    private static func encode(_ line: ArraySlice<UInt8>) -> [String] {
        var lines: [String] = []
        var current = ""
        for (index, byte) in zip(line.indices, line) {
            let isLast = index == line.endIndex - 1
            let piece = isPlain(byte, isLast: isLast) ? String(Unicode.Scalar(byte)) : escape(byte)
            // One place is kept for the "=" of a soft line break, unless the line ends here.
            if current.utf8.count + piece.utf8.count > (isLast ? limit : limit - 1) {
                lines.append(current + "=")
                current = ""
            }
            current += piece
        }
        return lines + [current]
    }

    /// A blank at the end of a line would be cut off on the way.
    private static func isPlain(_ byte: UInt8, isLast: Bool) -> Bool {
        switch byte {
        case UInt8(ascii: "="): false
        case UInt8(ascii: " "), UInt8(ascii: "\t"): !isLast
        default: (33...126).contains(byte)
        }
    }
}

extension [UInt8] {
    fileprivate var normalisedLineEnds: [UInt8] {
        let feed = UInt8(ascii: "\n")
        let turn = UInt8(ascii: "\r")
        var result: [UInt8] = []
        result.reserveCapacity(count)
        for index in indices {
            if self[index] == feed, index > 0, self[index - 1] == turn { continue }
            result.append(self[index] == turn ? feed : self[index])
        }
        return result
    }
}
