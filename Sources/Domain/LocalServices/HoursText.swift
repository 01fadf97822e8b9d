/// Hours of a day as people type them: « 9 h - 12 h, 14 h - 17 h 30 », « 9:00 à 12:00 et 14:00 à 17:30 », « 24 h/24 ».
public enum HoursText {
    private static let wholeDay: Set<String> = ["24h/24", "24/24", "24h", "24h/24h", "jouretnuit"]
    private static let closed: Set<String> = ["", "fermé", "ferme", "closed", "-"]
    private static let spellings = [
        ("–", "-"), ("—", "-"), ("−", "-"), (" à ", "-"), (" to ", "-"), (" et ", ","), (" and ", ","), (" puis ", ","), (";", ","),
        ("/", ","), ("midi", "12"), ("noon", "12"), ("minuit", "24"), ("midnight", "24"),
    ]

    /// In the order of the day, without overlaps; empty for a closed day, nil for what cannot be read.
    public static func read(_ typed: String) -> [OpeningHours.Span]? {
        let text = PlainText.line(typed).lowercased()
        let bare = text.filter { !$0.isWhitespace }
        if closed.contains(bare) { return [] }
        if wholeDay.contains(bare) { return [.wholeDay] }
        let plain = spellings.reduce(text) { $0.replacing($1.0, with: $1.1) }
        let read = plain.split(separator: ",").map { span(String($0)) }
        let spans = read.compactMap(\.self).sorted { $0.from < $1.from }
        guard !spans.isEmpty, spans.count == read.count, zip(spans, spans.dropFirst()).allSatisfy({ $0.until <= $1.from }) else {
            return nil
        }
        return spans
    }

    /// As it is read back.
    public static func write(_ spans: [OpeningHours.Span]) -> String {
        if spans == [.wholeDay] { return "24 h/24" }
        return spans.map { "\(write($0.from)) - \(write($0.until))" }.joined(separator: ", ")
    }

    /// « 20 h - 2 h » ends on the next day.
    private static func span(_ text: String) -> OpeningHours.Span? {
        let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { minute(String($0)) }
        guard ends.count == 2, let from = ends[0], let until = ends[1], from < OpeningHours.Span.day, from != until else { return nil }
        return OpeningHours.Span(from: from, until: until > from ? until : until + OpeningHours.Span.day)
    }

    /// Minutes since midnight of one time of the day.
    private static func minute(_ text: String) -> Int? {
        let parts = text.filter { !$0.isWhitespace }.split(omittingEmptySubsequences: false) { "h:.".contains($0) }
        guard (1...2).contains(parts.count), let hour = number(parts[0]), (0...24).contains(hour) else { return nil }
        guard parts.count == 2, !parts[1].isEmpty else { return hour * 60 }
        guard let minute = number(parts[1]), (0...59).contains(minute), hour < 24 || minute == 0 else { return nil }
        return hour * 60 + minute
    }

    private static func number(_ digits: Substring) -> Int? {
        (1...2).contains(digits.utf8.count) && digits.utf8.allSatisfy(\.isDigit) ? Int(digits) : nil
    }

    private static func write(_ minute: Int) -> String {
        let (hour, rest) = (minute > OpeningHours.Span.day ? minute / 60 - 24 : minute / 60, minute % 60)
        return rest == 0 ? "\(hour) h" : "\(hour) h \(rest < 10 ? "0" : "")\(rest)"
    }
}
