/// The exact words that somebody said yes to, kept once per town so that they can be shown later (G-01).
public struct ConsentText: Sendable, Equatable {
    /// The first twelve hexadecimal digits of the SHA-256 of the text.
    public var version: String
    public var purpose: Consent.Purpose
    public var language: String
    /// Paragraphs, one a line.
    public var text: String

    public init(version: String, purpose: Consent.Purpose, language: String, text: String) {
        self.version = version
        self.purpose = purpose
        self.language = language
        self.text = text
    }
}

extension Consent {
    public var isInForce: Bool { withdrawnAt == nil }
    /// The notice informs and asks for nothing: what it is about rests on the town's mission (G-01), and ends with the data.
    public var mayBeWithdrawn: Bool { isInForce && purpose != .notice }
}
