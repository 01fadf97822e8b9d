import Logging

/// What ties the log lines of one request together, and to the proxy in front when it sends a W3C `traceparent`.
public struct RequestTrace: Sendable, Hashable {
    @TaskLocal public static var current: RequestTrace?

    /// 16 lower-case hexadecimal digits, made here: safe to show to a person who reports a fault.
    public let id: String
    /// 32 lower-case hexadecimal digits, from the caller's `traceparent`; nil without a well-formed one.
    public let traceID: String?

    /// - Parameter traceparent: the header's value, as received.
    public init(traceparent: String? = nil) {
        let digits = String(UInt64.random(in: 1 ... .max), radix: 16)
        id = String(repeating: "0", count: 16 - digits.count) + digits
        traceID = traceparent.flatMap(Self.traceID)
    }

    /// Adds `request` and `trace` to every line logged while ``current`` is set.
    public static let metadata = Logger.MetadataProvider {
        guard let trace = current else { return [:] }
        var metadata: Logger.Metadata = ["request": .string(trace.id)]
        if let traceID = trace.traceID { metadata["trace"] = .string(traceID) }
        return metadata
    }

    /// version `-` trace id `-` parent id `-` flags; a later version may add fields. Source: W3C Trace Context, §3.2.
    private static func traceID(of header: String) -> String? {
        let fields = header.utf8.prefix(256).split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard fields.count >= 4, zip(fields, [2, 32, 16, 2]).allSatisfy({ isHexadecimal($0, digits: $1) }) else { return nil }
        let version = String(fields[0])
        guard version != "ff", version != "00" || (fields.count == 4 && header.utf8.count == 55) else { return nil }
        guard ![fields[1], fields[2]].contains(where: { $0.allSatisfy { $0 == UInt8(ascii: "0") } }) else { return nil }
        return String(fields[1])
    }

    private static func isHexadecimal(_ field: Substring.UTF8View, digits: Int) -> Bool {
        field.count == digits && field.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }
}
