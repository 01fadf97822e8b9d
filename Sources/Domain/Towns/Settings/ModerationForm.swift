/// What is read before others see it, the town's own words for the guard, what may be lent, how long the journal is kept.
enum ModerationForm {
    /// A phrase a line.
    private static let lines = 200
    private static let longestPhrase = 60

    static func values(_ town: Town) -> [String: String] {
        let words = town.settings.guardWords ?? GuardWords()
        return [
            "reviewsTexts": town.settings.reviewsTexts ? "yes" : "no", "moneyCeiling": String(town.settings.moneyCeiling),
            "journalMonths": String(town.settings.privacy.journalMonths), "guardPaid": words.paid.joined(separator: "\n"),
            "guardHealth": words.health.joined(separator: "\n"), "guardAllowed": words.allowed.joined(separator: "\n"),
        ]
    }

    static func change(_ town: inout Town, _ fields: [String: String], _ reader: inout FormReader) {
        town.settings.reviewsTexts = fields["reviewsTexts"] == "yes"
        if let months = reader.number("journalMonths", fields["journalMonths"], in: 6...36) { town.settings.privacy.journalMonths = months }
        if let ceiling = reader.number("moneyCeiling", fields["moneyCeiling"], in: 0...300) { town.settings.moneyCeiling = ceiling }
        var words = GuardWords()
        words.paid = phrases("guardPaid", fields, &reader)
        words.health = phrases("guardHealth", fields, &reader)
        words.allowed = phrases("guardAllowed", fields, &reader)
        town.settings.guardWords = words == GuardWords() ? nil : words
    }

    private static func phrases(_ name: String, _ fields: [String: String], _ reader: inout FormReader) -> [String] {
        let text = reader.text(name, fields[name], atMost: lines * longestPhrase) ?? ""
        let phrases = text.split(whereSeparator: \.isNewline).map { PlainText.line(String($0)) }.filter { !$0.isEmpty }
        if phrases.count > lines { reader.refuse(name, "refusal.guardLines", ["limit": String(lines)]) }
        // A phrase that could stand anywhere would hold every text.
        if let phrase = phrases.first(where: { $0.count > longestPhrase || !GuardPhrase.isDistinct($0) }) {
            reader.refuse(name, "refusal.guardPhrase", ["phrase": phrase])
        }
        return phrases
    }
}
