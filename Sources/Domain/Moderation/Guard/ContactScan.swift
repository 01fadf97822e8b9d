/// Addresses, links and telephone numbers, looked for in one walk: each place of a text is looked at a bounded number of times. Each answers
/// the bytes of the first.
enum ContactScan {
    /// Characters on both sides of an `@`, and a point after it: `lea@exemple.fr`.
    static func email(_ text: [UInt8]) -> Range<Int>? {
        for at in text.indices where text[at] == UInt8(ascii: "@") && at > 0 && isLocal(text[at - 1]) {
            // A name of a host has 63 characters at most between two points, a mailbox 64 (RFC 1035, RFC 5321).
            let label = text[(at + 1)...].prefix(64).prefix { isWord($0) || $0 == UInt8(ascii: "-") }
            let point = at + 1 + label.count
            guard !label.isEmpty, point + 1 < text.count, text[point] == UInt8(ascii: "."), isWord(text[point + 1]) else { continue }
            let start = at - text[..<at].suffix(64).reversed().prefix(while: isLocal).count
            return start..<(point + 1 + text[(point + 1)...].prefix(64).prefix(while: isHost).count)
        }
        return nil
    }

    private static let endings: Set<String> = [
        "fr", "com", "net", "org", "eu", "info", "io", "app", "link", "shop", "online", "site", "xyz", "ly",
    ]

    /// With a scheme, or `www.`, or a name under a usual ending: « demain.merci » is no address.
    static func link(_ text: [UInt8]) -> Range<Int>? {
        let small = text.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        var start = 0
        while start < small.count {
            guard isHost(small[start]) else {
                start += 1
                continue
            }
            let end = small[start...].firstIndex { !isHost($0) } ?? small.count
            let run = small[start..<end]
            let before = start == 0 ? UInt8(ascii: " ") : small[start - 1]
            if isScheme(run, small[end...].prefix(4)) || (before != UInt8(ascii: "@") && isName(run)) {
                return start..<(end + small[end...].prefix(200).prefix { $0 > UInt8(ascii: " ") }.count)
            }
            start = end
        }
        return nil
    }

    private static func isScheme(_ run: ArraySlice<UInt8>, _ rest: ArraySlice<UInt8>) -> Bool {
        (run.elementsEqual("http".utf8) || run.elementsEqual("https".utf8)) && rest.starts(with: "://".utf8) && rest.count == 4
            && rest.last != UInt8(ascii: " ")
    }

    private static func isName(_ run: ArraySlice<UInt8>) -> Bool {
        let labels = run.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard labels.count > 1 else { return false }
        if labels[0].elementsEqual("www".utf8), labels[1].first.map(isWord) == true { return true }
        return labels.indices.dropFirst().contains { place in
            !labels[place - 1].isEmpty && labels[place].count <= 6 && endings.contains(String(decoding: labels[place], as: UTF8.self))
        }
    }

    /// How the digits of a number go together: at home, from abroad, from abroad with the home's zero kept in brackets.
    private static let home = [2, 2, 2, 2, 2]
    private static let abroad = [[2, 1, 2, 2, 2, 2], [2, 1, 1, 2, 2, 2, 2]]

    /// « 06 12 34 56 78 », « +33 6 12 34 56 78 », « 0033612345678 », with points, blanks, strokes or hyphens between the groups.
    static func phone(_ text: [UInt8]) -> Range<Int>? {
        for start in text.indices {
            if let end = phoneEnd(in: text, at: start) { return start..<end }
        }
        return nil
    }

    private static func phoneEnd(in text: [UInt8], at start: Int) -> Int? {
        let before = start == 0 ? UInt8(ascii: " ") : text[start - 1]
        if text[start] == UInt8(ascii: "+") { return firstEnd(abroad, in: text, at: start + 1) }
        guard text[start] == UInt8(ascii: "0"), !isWord(before) else { return nil }
        if start + 1 < text.count, text[start + 1] == UInt8(ascii: "0") { return firstEnd(abroad, in: text, at: start + 2) }
        return end(of: home, in: text, at: start)
    }

    private static func firstEnd(_ shapes: [[Int]], in text: [UInt8], at start: Int) -> Int? {
        for groups in shapes {
            if let end = end(of: groups, in: text, at: start) { return end }
        }
        return nil
    }

    /// Where groups of so many digits that follow each other from here end; nil when they do not, or a digit comes after them.
    private static func end(of groups: [Int], in text: [UInt8], at start: Int) -> Int? {
        var index = start
        for (place, length) in groups.enumerated() {
            if place > 0 { index += text[min(index, text.count)...].prefix(4).prefix(while: isBetween).count }
            guard index + length <= text.count, text[index..<(index + length)].allSatisfy(isDigit) else { return nil }
            index += length
        }
        return index == text.count || !isDigit(text[index]) ? index : nil
    }

    private static func isBetween(_ byte: UInt8) -> Bool { " ./-()".utf8.contains(byte) }
    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func isLocal(_ byte: UInt8) -> Bool { isWord(byte) || byte == 0x2E || byte == 0x2B || byte == 0x2D }
    private static func isHost(_ byte: UInt8) -> Bool { isWord(byte) || byte == 0x2E || byte == 0x2D }

    /// Letters of any alphabet, digits, the low line.
    private static func isWord(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x5F || byte >= 0x80
    }
}
