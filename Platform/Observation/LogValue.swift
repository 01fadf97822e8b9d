import Logging

/// A metadata value, cleaned of personal data, on its way into a line.
indirect enum LogValue {
    case text(String)
    case number(String)
    case list([LogValue])
    case object([(key: String, value: LogValue)])

    init(_ value: Logger.MetadataValue) {
        switch value {
        case .string(let text): self = .text(Redaction.clean(text))
        case .stringConvertible(let value): self = Self.scalar(value)
        case .array(let values): self = .list(values.map(LogValue.init))
        case .dictionary(let values):
            self = .object(values.map { (key: $0.key, value: LogValue($0.value)) }.sorted { $0.key < $1.key })
        }
    }

    private static func scalar(_ value: any CustomStringConvertible) -> LogValue {
        switch value {
        case let value as Bool: .number("\(value)")
        case let value as Int: .number("\(value)")
        case let value as Int64: .number("\(value)")
        case let value as Double where value.isFinite: .number("\(value)")
        default: .text(Redaction.clean(value.description))
        }
    }

    var json: String {
        switch self {
        case .text(let text): jsonString(text)
        case .number(let digits): digits
        case .list(let values): "[\(values.map(\.json).joined(separator: ","))]"
        case .object(let values): "{\(values.map { "\(jsonString($0.key)):\($0.value.json)" }.joined(separator: ","))}"
        }
    }

    var text: String {
        switch self {
        case .text(let text): bareOrQuoted(text)
        case .number(let digits): digits
        case .list, .object: jsonString(json)
        }
    }
}

/// A JSON string. Control characters, line separators and marks that reverse the direction of reading are escaped, so that the line is
/// one line in every viewer.
func jsonString(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": quoted += "\\\""
        case "\\": quoted += "\\\\"
        case "\n": quoted += "\\n"
        case "\r": quoted += "\\r"
        case "\t": quoted += "\\t"
        case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{200E}", "\u{200F}", "\u{2028}"..."\u{202E}", "\u{2066}"..."\u{2069}", "\u{FEFF}":
            let digits = String(scalar.value, radix: 16)
            quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        default: quoted.unicodeScalars.append(scalar)
        }
    }
    return quoted + "\""
}

/// As it is when nothing in it could be mistaken, else as a JSON string.
func bareOrQuoted(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
        (0x21...0x7E).contains(byte) && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "=") && byte != UInt8(ascii: "\\")
    }
    return isPlain && !text.isEmpty ? text : jsonString(text)
}
