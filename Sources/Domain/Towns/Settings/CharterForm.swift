/// The charter and the words on insurance, in each language. New words are a new version, which helpers accept again; a mere correction
/// keeps the number (B-04).
enum CharterForm {
    private static let languages = ["fr", "en"]

    static func values(_ town: Town) -> [String: String] {
        var values: [String: String] = [:]
        for language in languages {
            values["charter-\(language)"] = town.settings.charter[language]
            values["insurance-\(language)"] = town.settings.insurance[language]
        }
        return values
    }

    static func change(_ town: inout Town, _ fields: [String: String], _ reader: inout FormReader) {
        let isCorrection = fields["correction"] == "yes"
        let charter = texts("charter", fields, atMost: 6_000, &reader)
        let insurance = texts("insurance", fields, atMost: 2_000, &reader)
        if charter != town.settings.charter, !isCorrection { town.settings.charterVersion += 1 }
        if insurance != town.settings.insurance, !isCorrection { town.settings.insuranceVersion += 1 }
        town.settings.charter = charter
        town.settings.insurance = insurance
    }

    private static func texts(_ name: String, _ fields: [String: String], atMost limit: Int, _ reader: inout FormReader) -> [String: String]
    {
        var texts: [String: String] = [:]
        for language in languages { texts[language] = reader.text("\(name)-\(language)", fields["\(name)-\(language)"], atMost: limit) }
        if texts["fr"] == nil, texts["en"] != nil { reader.refuse("\(name)-fr", "refusal.frenchFirst") }
        return texts
    }
}
