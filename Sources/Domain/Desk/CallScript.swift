/// What to ask, to say and to offer in one kind of call (fiche réponse). A town takes the house's, writes its own words, or adds some.
public struct CallScript: Sendable, Equatable {
    /// Kinds of call for which the house has words (founding text 003).
    public enum Standard: String, Sendable, CaseIterable, Codable {
        case medicine, groceries, hygiene, document, talking, psychology, meals, relative, distress, news
    }

    public static let most = 60
    public static let longest = 1_500

    public var id: ID<CallScript>
    /// Whose place in the list it takes; nil for one that the town added.
    public var standard: Standard?
    public var title: String
    public var words: String
    public var isShown: Bool

    public init(id: ID<CallScript>, standard: Standard? = nil, title: String, words: String, isShown: Bool = true) {
        (self.id, self.standard, self.title, self.words, self.isShown) = (id, standard, title, words, isShown)
    }
}

/// A script as an administrator types it.
public struct CallScriptForm: Sendable, Equatable {
    public var fields: [String: String]

    public init(_ fields: [String: String] = [:]) { self.fields = fields.filter { ["title", "words", "shown"].contains($0.key) } }

    /// - Throws: refusals of `title` and `words`.
    public func read(id: ID<CallScript>, standard: CallScript.Standard?) throws(Refusal) -> CallScript {
        var reader = FormReader()
        let title = reader.required("title", reader.line("title", fields["title"], atMost: 80), else: "refusal.scriptTitle")
        let words = reader.required("words", reader.text("words", fields["words"], atMost: CallScript.longest), else: "refusal.scriptWords")
        try reader.finish()
        guard let title, let words else { throw Refusal(.invalid, "refusal.form") }
        return CallScript(id: id, standard: standard, title: title, words: words, isShown: fields["shown"] == "yes")
    }
}
