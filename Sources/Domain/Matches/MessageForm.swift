/// A message as somebody typed it.
public struct MessageForm: Sendable, Equatable {
    public static let longest = 2_000
    public var fields: [String: String]

    public init(_ fields: [String: String]) { self.fields = fields }

    public struct Words: Sendable, Equatable {
        public var body: String
        /// What the writer should think of once more; empty when there is nothing, or when they said « send it all the same ».
        public var warnings: Set<RiskyText.Kind>
    }

    /// - Throws: a refusal of `message`: nothing, too long, or the number of a card, which nobody ever needs (B-09).
    public func read() throws(Refusal) -> Words {
        var reader = FormReader()
        let body = reader.text("message", fields["message"], atMost: Self.longest)
        let kinds = body.map(RiskyText.kinds) ?? []
        if kinds.contains(.card) { reader.refuse("message", "refusal.cardNumber") }
        if reader.refusals.isEmpty, body == nil { reader.refuse("message", "refusal.message") }
        try reader.finish()
        return Words(body: body ?? "", warnings: fields["sure"] == "yes" ? [] : kinds)
    }
}
