/// A worry as somebody types it.
public struct ConcernForm: Sendable, Equatable {
    public static let names: Set<String> = ["kind", "who", "words"]
    public var fields: [String: String]

    public init(_ fields: [String: String] = [:]) { self.fields = fields.filter { Self.names.contains($0.key) } }

    public struct Said: Sendable, Equatable {
        public var kind: Concern.Kind
        public var who: String?
        public var words: String
    }

    /// - Parameter isKnown: the town knows whom it is about.
    /// - Throws: refusals of `kind`, `who` and `words`, all at once.
    public func read(isKnown: Bool) throws(Refusal) -> Said {
        var reader = FormReader()
        let kind = reader.required("kind", fields["kind"].flatMap(Concern.Kind.init), else: "refusal.concernKind")
        let who = reader.line("who", fields["who"], atMost: 200)
        if !isKnown, who == nil { reader.refuse("who", "refusal.concernWho") }
        let words = reader.text("words", fields["words"], atMost: 1_000)
        if words == nil { reader.refuse("words", "refusal.concernWords") }
        try reader.finish()
        guard let kind, let words else { throw Refusal(.invalid, "refusal.form") }
        return Said(kind: kind, who: who, words: words)
    }
}

/// What came of a worry, as whoever saw to it types it.
public struct ConcernEndForm: Sendable, Equatable {
    public var fields: [String: String]

    public init(_ fields: [String: String] = [:]) { self.fields = fields.filter { ["result", "words"].contains($0.key) } }

    public func read() throws(Refusal) -> (result: Concern.Result, words: String?) {
        var reader = FormReader()
        let result = reader.required("result", fields["result"].flatMap(Concern.Result.init), else: "refusal.choose")
        let words = reader.text("words", fields["words"], atMost: 1_000)
        try reader.finish()
        guard let result else { throw Refusal(.invalid, "refusal.form") }
        return (result, words)
    }
}
