/// A message as somebody typed it.
public struct MessageForm: Sendable, Equatable {
    public static let longest = 2_000
    public var fields: [String: String]

    public init(_ fields: [String: String]) { self.fields = fields }

    public struct Words: Sendable, Equatable {
        public var body: String
        /// What the writer insists on sending all the same: kinds with commas between.
        public var heldFor: String?
    }

    /// - Throws: a refusal of `message`: nothing, too long, or the number of a card, which nobody ever needs (B-09); a `TextConcern` while
    ///   the writer has not said « send it all the same ».
    public func read(_ textGuard: TextGuard = .common) throws -> Words {
        var reader = FormReader()
        let body = reader.text("message", fields["message"], atMost: Self.longest)
        if reader.refusals.isEmpty, body == nil { reader.refuse("message", "refusal.message") }
        try reader.finish()
        let held = try textGuard.reread(body, field: "message", insisted: fields["sure"] == "yes")
        return Words(body: body ?? "", heldFor: held)
    }
}
