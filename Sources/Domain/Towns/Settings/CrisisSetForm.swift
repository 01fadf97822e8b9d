/// What will hold in a crisis, prepared before: the fields of the ladder, and the texts.
enum CrisisSetForm {
    private static let texts: [(prefix: String, path: any WritableKeyPath<CrisisSet, [String: String]> & Sendable)] = [
        ("banner", \.banner), ("crisisAsk", \.ask),
    ]
    private static let languages = ["fr", "en"]

    static func values(_ town: Town) -> [String: String] {
        var values = LadderForm.values(town.settings.crisisSet.ladder)
        values["extraAsks"] = String(town.settings.crisisSet.ladder.extraAsks)
        for rung in CrisisSet.optional {
            values["without-\(rung.rawValue)"] = town.settings.crisisSet.leavesOut.contains(rung) ? "yes" : ""
        }
        for (prefix, path) in texts {
            for language in languages { values["\(prefix)-\(language)"] = town.settings.crisisSet[keyPath: path][language] }
        }
        return values
    }

    static func change(_ town: inout Town, _ fields: [String: String], _ reader: inout FormReader) {
        LadderForm.change(&town.settings.crisisSet.ladder, fields, &reader)
        if let asks = reader.number("extraAsks", fields["extraAsks"], in: 0...19) { town.settings.crisisSet.ladder.extraAsks = asks }
        town.settings.crisisSet.leavesOut = Set(CrisisSet.optional.filter { fields["without-\($0.rawValue)"] == "yes" })
        for (prefix, path) in texts {
            var words: [String: String] = [:]
            for language in languages {
                words[language] = reader.text("\(prefix)-\(language)", fields["\(prefix)-\(language)"], atMost: 400)
            }
            if words["fr"] == nil, words["en"] != nil { reader.refuse("\(prefix)-fr", "refusal.frenchFirst") }
            town.settings.crisisSet[keyPath: path] = words
        }
    }
}
