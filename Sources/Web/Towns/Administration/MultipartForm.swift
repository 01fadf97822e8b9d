import Domain
import Hummingbird
import NIOCore

/// A form that carries a file (RFC 7578), read strictly and within limits: whatever is not as browsers write it is refused.
struct MultipartForm: Sendable {
    /// The logo's 200 kB and what is around it.
    static let largest = 260_000
    private static let mostParts = 20
    private(set) var fields: [String: String] = [:]
    private(set) var files: [String: [UInt8]] = [:]

    init(_ request: Request) async throws {
        let type = request.headers[.contentType] ?? ""
        guard let boundary = Self.boundary(of: type) else { throw Refusal(.invalid, "refusal.mediaType") }
        let body = try await request.body.collect(upTo: Self.largest)
        try self.init(Array(body.readableBytesView), boundary: boundary)
    }

    init(_ body: [UInt8], boundary: String) throws(Refusal) {
        let unreadable = Refusal(.invalid, "refusal.mediaType")
        let opening = Array("--\(boundary)".utf8)
        let separator = Array("\r\n--\(boundary)".utf8)
        guard body.starts(with: opening) else { throw unreadable }
        var rest = body[opening.count...]
        for _ in 0..<Self.mostParts {
            if rest.starts(with: Array("--".utf8)) { return }
            guard rest.starts(with: Array("\r\n".utf8)), let end = Self.find(separator, in: rest.dropFirst(2)) else { throw unreadable }
            try add(rest.dropFirst(2)[..<end])
            rest = rest[(end + separator.count)...]
        }
        throw unreadable
    }

    private mutating func add(_ part: ArraySlice<UInt8>) throws(Refusal) {
        guard let end = Self.find(Array("\r\n\r\n".utf8), in: part), end - part.startIndex < 1_000 else {
            throw Refusal(.invalid, "refusal.mediaType")
        }
        let head = String(decoding: part[..<end], as: UTF8.self).split(separator: "\r\n")
        let disposition = head.first { $0.lowercased().hasPrefix("content-disposition:") }
        guard let disposition, let name = Self.parameter("name", of: disposition) else { throw Refusal(.invalid, "refusal.mediaType") }
        let content = part[(end + 4)...]
        if Self.parameter("filename", of: disposition) == nil {
            fields[name] = String(decoding: content, as: UTF8.self)
        } else {
            files[name] = Array(content)
        }
    }

    /// `name="logo"` in the header's words.
    private static func parameter(_ name: String, of header: Substring) -> String? {
        for piece in header.split(separator: ";").dropFirst() {
            let pair = piece.split(separator: "=", maxSplits: 1)
            guard pair.count == 2, pair[0].trimmingSpaces.lowercased() == name else { continue }
            let value = pair[1].trimmingSpaces
            guard value.count >= 2, value.first == "\"", value.last == "\"" else { return nil }
            return String(value.dropFirst().dropLast())
        }
        return nil
    }

    private static func boundary(of type: String) -> String? {
        guard type.lowercased().hasPrefix("multipart/form-data;"), let start = type.firstRange(of: "boundary=") else { return nil }
        let value = type[start.upperBound...].prefix { $0 != ";" }.filter { $0 != "\"" }
        let isPlain = value.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
        return (1...70).contains(value.utf8.count) && isPlain ? String(value) : nil
    }

    /// The index at which `pattern` begins; plain bytes, since the standard search is many times slower on slices.
    private static func find(_ pattern: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
        guard let first = pattern.first, bytes.count >= pattern.count else { return nil }
        var index = bytes.startIndex
        while index <= bytes.endIndex - pattern.count {
            if bytes[index] == first, bytes[index..<(index + pattern.count)].elementsEqual(pattern) { return index }
            index += 1
        }
        return nil
    }
}
