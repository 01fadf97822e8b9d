/// How the facts of a town are written.
extension Town {
    /// Five characters: two of the département (`2A` for Corsica), three of the commune.
    public static func isINSEE(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return bytes.count == 5 && bytes[0].isDigit && (bytes[1].isDigit || bytes[1] == UInt8(ascii: "A") || bytes[1] == UInt8(ascii: "B"))
            && bytes[2...].allSatisfy(\.isDigit)
    }

    /// A name of at least two labels, in small letters, without a port.
    public static func isHost(_ text: String) -> Bool {
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        return labels.count >= 2 && text.utf8.count <= 190
            && labels.allSatisfy { label in
                (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
                    && label.utf8.allSatisfy { $0.isLetterOrDigit && !$0.isCapital || $0 == UInt8(ascii: "-") }
            }
    }

    /// As a town prints it: `04 65 71 12 34`, `08000 13140`, `3977`.
    public static func isPrintedPhone(_ text: String) -> Bool {
        let digits = text.count { $0.isASCII && $0.isNumber }
        return (3...15).contains(digits) && text.allSatisfy { $0.isASCII && $0.isNumber || " +().-/\u{A0}\u{202F}".contains($0) }
    }
}

extension UInt8 {
    fileprivate var isCapital: Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) }
}
