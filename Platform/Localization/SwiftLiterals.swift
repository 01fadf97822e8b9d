/// A string literal of a Swift source file.
struct SwiftLiteral: Equatable {
    /// What is written between the quotes, up to the first interpolation.
    let text: String
    let isInterpolated: Bool
    /// The code just before it, spaces trimmed: `t(`, `Refusal(`…
    let before: String
    let line: Int
}

/// Finds the string literals of Swift source code, those inside interpolations included, those in comments excluded.
/// No parser: it knows comments, quotes, raw and multi-line strings, which is what finding keys takes.
struct SwiftLiterals {
    private let bytes: [UInt8]
    private var index = 0
    private var line = 1
    private var code: [UInt8] = []
    private var found: [SwiftLiteral] = []

    static func of(_ source: String) -> [SwiftLiteral] {
        var scanner = SwiftLiterals(bytes: Array(source.utf8))
        while scanner.index < scanner.bytes.count { scanner.scanCode() }
        return scanner.found.sorted { $0.line < $1.line }
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    /// Reads code up to the parenthesis that closes an interpolation, or the end.
    private mutating func scanCode() {
        var depth = 0
        while index < bytes.count {
            if skipComment() { continue }
            if let hashes = literalStart() {
                scanLiteral(hashes: hashes)
                continue
            }
            let byte = next()
            if byte == UInt8(ascii: "(") { depth += 1 }
            if byte == UInt8(ascii: ")") { depth -= 1 }
            if depth < 0 { return }
            code.append(byte)
        }
    }

    private mutating func scanLiteral(hashes: Int) {
        let (before, firstLine) = (context, line)
        index += hashes
        let quotes = at(Self.blockQuotes) ? 3 : 1
        index += quotes
        let close = [UInt8](repeating: UInt8(ascii: "\""), count: quotes) + [UInt8](repeating: UInt8(ascii: "#"), count: hashes)
        let escape = [UInt8(ascii: "\\")] + [UInt8](repeating: UInt8(ascii: "#"), count: hashes)
        let start = index
        var end: Int?
        while index < bytes.count, !at(close) {
            if quotes == 1, bytes[index] == UInt8(ascii: "\n") { break }
            guard at(escape) else {
                _ = next()
                continue
            }
            let escapeStart = index
            index += escape.count
            guard index < bytes.count, next() == UInt8(ascii: "(") else { continue }
            end = end ?? escapeStart
            code.append(UInt8(ascii: "("))
            scanCode()
        }
        let text = String(decoding: bytes[start..<min(end ?? index, bytes.count)], as: UTF8.self)
        found.append(SwiftLiteral(text: text, isInterpolated: end != nil, before: before, line: firstLine))
        index = min(index + close.count, bytes.count)
        code.append(UInt8(ascii: "\""))
    }

    private mutating func skipComment() -> Bool {
        guard bytes[index] == UInt8(ascii: "/") else { return false }
        if at(Self.lineComment) {
            while index < bytes.count, bytes[index] != UInt8(ascii: "\n") { index += 1 }
            return true
        }
        guard at(Self.blockStart) else { return false }
        var depth = 0
        repeat {
            let step = at(Self.blockStart) ? 1 : at(Self.blockEnd) ? -1 : 0
            depth += step
            if step == 0 { _ = next() } else { index += 2 }
        } while depth > 0 && index < bytes.count
        return true
    }

    private static let lineComment = Array("//".utf8)
    private static let blockStart = Array("/*".utf8)
    private static let blockEnd = Array("*/".utf8)
    private static let blockQuotes = Array("\"\"\"".utf8)

    /// The number of `#` in front of a quote that begins here; nil if none begins.
    private func literalStart() -> Int? {
        guard bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "#") else { return nil }
        let hashes = bytes[index...].prefix { $0 == UInt8(ascii: "#") }.count
        return index + hashes < bytes.count && bytes[index + hashes] == UInt8(ascii: "\"") ? hashes : nil
    }

    private func at(_ sign: [UInt8]) -> Bool {
        index < bytes.count && bytes[index] == sign[0] && bytes[index...].starts(with: sign)
    }

    private mutating func next() -> UInt8 {
        let byte = bytes[index]
        if byte == UInt8(ascii: "\n") { line += 1 }
        index += 1
        return byte
    }

    private var context: String {
        let end = code.lastIndex { $0 > 0x20 } ?? -1
        return String(decoding: code[max(0, end - 40)..<end + 1].drop { $0 <= 0x20 }, as: UTF8.self)
    }
}
