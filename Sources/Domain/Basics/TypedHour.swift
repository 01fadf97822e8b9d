/// An hour of the day as people type it.
enum TypedHour {
    /// Minutes since midnight of `16:30`, `16h30`, `16 h`, `08.05`, `0800` or `16`. Nil for what is none.
    static func minute(_ typed: String?) -> Int? {
        let text = PlainText.line(typed ?? "").lowercased().filter { !$0.isWhitespace }
        let parts = text.split(omittingEmptySubsequences: false) { ":h.".contains($0) }
        let isDigits = parts.allSatisfy { $0.allSatisfy { $0.isASCII && $0.isNumber } }
        guard let first = parts.first, parts.count <= 2, isDigits else { return nil }
        if parts.count == 1, first.count == 4 { return minute(hour: first.prefix(2), first.suffix(2)) }
        guard (1...2).contains(first.count) else { return nil }
        guard let rest = parts.dropFirst().first, !rest.isEmpty else { return minute(hour: first, "00") }
        return rest.count == 2 ? minute(hour: first, rest) : nil
    }

    private static func minute(hour: Substring, _ minute: Substring) -> Int? {
        guard let hour = Int(hour), let minute = Int(minute), hour < 24, minute < 60 else { return nil }
        return hour * 60 + minute
    }
}
