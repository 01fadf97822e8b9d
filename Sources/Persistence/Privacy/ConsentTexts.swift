import Database
import Domain

/// What people said yes to, word by word.
public struct ConsentTexts {
    private let scope: TownTransaction

    public init(_ scope: TownTransaction) { self.scope = scope }

    /// Once for each wording.
    public func keep(_ text: ConsentText, now: Moment) throws {
        try scope.sql.run(
            """
            /* ConsentTexts.keep */ INSERT INTO consent_texts (town_id, purpose, language, version, text, first_shown_at)
            VALUES (\(scope.town), \(text.purpose), \(text.language), \(text.version), \(text.text), \(now))
            ON CONFLICT (town_id, purpose, language, version) DO NOTHING
            """)
    }

    public func find(_ purpose: Consent.Purpose, _ version: String) throws -> ConsentText? {
        var found: ConsentText?
        try scope.sql.run(
            """
            /* ConsentTexts.find */ SELECT language, text FROM consent_texts
            WHERE town_id = \(scope.town) AND purpose = \(purpose) AND version = \(version) ORDER BY language LIMIT 1
            """
        ) { found = ConsentText(version: version, purpose: purpose, language: try $0.next(), text: try $0.next()) }
        return found
    }
}
