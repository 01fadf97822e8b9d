import Domain
import Hummingbird
import NIOCore

/// A form as a browser sends it (`application/x-www-form-urlencoded`), within limits.
struct FormBody: Sendable {
    static let largest = 64 * 1024
    private(set) var values: [String: [String]] = [:]

    subscript(name: String) -> String? { values[name]?.last }
    func all(_ name: String) -> [String] { values[name] ?? [] }
    /// The last value of each field.
    var fields: [String: String] { values.compactMapValues(\.last) }

    init(_ request: Request, atMost limit: Int = FormBody.largest) async throws {
        let type = request.headers[.contentType] ?? ""
        guard type.isEmpty || type.hasPrefix("application/x-www-form-urlencoded") else {
            throw Refusal(.invalid, "refusal.mediaType")
        }
        let body = try await request.body.collect(upTo: limit)
        self.init(text: String(buffer: body))
    }

    init(text: String) {
        for pair in text.split(separator: "&").prefix(500) {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = Self.decoded(parts[0])
            values[name, default: []].append(parts.count > 1 ? Self.decoded(parts[1]) : "")
        }
    }

    /// Percent-decoding of bytes; what is no UTF-8 becomes U+FFFD.
    private static func decoded(_ text: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "+") {
                bytes.append(UInt8(ascii: " "))
            } else if byte == UInt8(ascii: "%"), let value = UInt8(Substring(rest.prefix(2)), radix: 16), rest.count >= 2 {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
