import Foundation

extension MailMessage {
    /// The message on the wire (RFC 5322, MIME): ASCII bytes, CRLF line ends, no line longer than RFC 5322 allows.
    /// The same message gives the same bytes. Dot-stuffing is left to the transport.
    public func rendered() -> [UInt8] {
        var lines = headerLines
        if let html {
            lines += ["Content-Type: multipart/alternative;", " boundary=\"\(boundary)\"", ""]
            lines += ["--\(boundary)"] + part("plain", text) + ["--\(boundary)"] + part("html", html) + ["--\(boundary)--"]
        } else {
            lines += part("plain", text)
        }
        return Array((lines.joined(separator: "\r\n") + "\r\n").utf8)
    }

    private var headerLines: [String] {
        var lines = [
            "Date: \(MailDate.text(date))",
            HeaderText.address(from, header: "From"),
            HeaderText.address(to, header: "To"),
        ]
        if let replyTo { lines.append(HeaderText.address(replyTo, header: "Reply-To")) }
        lines += [
            HeaderText.unstructured(subject, header: "Subject"),
            "Message-ID: <\(messageID.text)>",
            "MIME-Version: 1.0",
        ]
        let tag = language.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }.prefix(35)
        if !tag.isEmpty { lines.append("Content-Language: \(tag)") }
        return lines + headers.flatMap(\.lines)
    }

    private func part(_ subtype: String, _ content: String) -> [String] {
        ["Content-Type: text/\(subtype); charset=utf-8", "Content-Transfer-Encoding: quoted-printable", ""] + QuotedPrintable.lines(content)
    }

    /// Quoted-printable never writes "=_", so the boundary cannot be in a part; the rest (FNV-1a, 64 bits) tells nested messages apart.
    private var boundary: String {
        let hash = messageID.text.utf8.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        return "=_entraide_" + String(hash, radix: 36)
    }
}

extension MailMessage.Header {
    fileprivate var lines: [String] {
        switch self {
        case .listUnsubscribe(let url):
            let safe = url.absoluteString.utf8.map { (33...126).contains($0) && !Self.brackets.contains($0) ? $0 : UInt8(ascii: "_") }
            return [
                "List-Unsubscribe: <\(String(decoding: safe, as: UTF8.self))>",
                "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
            ]
        case .autoSubmitted: return ["Auto-Submitted: auto-generated"]
        }
    }

    private static let brackets = Set("<>".utf8)
}
