/// Everything a town knows of one person (GDPR 15 and 20, P-01), as chapters of plain values.
public struct PersonalFile: Sendable, Equatable {
    /// A fact; the edge turns it into words or JSON.
    public enum Value: Sendable, Equatable {
        case text(String)
        case number(Int)
        case flag(Bool)
        case moment(Moment)
        /// A word of a closed list, said by the catalogue under `export.word.`.
        case word(String)
    }

    public struct Fact: Sendable, Equatable {
        public var name: String
        public var value: Value

        /// Nil without a value: what is not known is not listed.
        public init?(_ name: String, _ value: Value?) {
            guard let value else { return nil }
            self.name = name
            self.value = value
        }
    }

    public struct Chapter: Sendable, Equatable {
        public var name: String
        public var entries: [[Fact]]

        public init(name: String, entries: [[Fact]]) {
            self.name = name
            self.entries = entries
        }
    }

    public var at: Moment
    public var chapters: [Chapter]

    public init(at: Moment, chapters: [Chapter]) {
        self.at = at
        self.chapters = chapters
    }
}
