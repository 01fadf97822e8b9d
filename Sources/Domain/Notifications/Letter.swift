/// A short mail in everyday words: a greeting, a few paragraphs, one button. Nothing sensitive stands in it.
///
/// It is kept as its words, and laid out when it is sent.
public struct Letter: Sendable, Equatable {
    public var kind: String
    public var subject: String
    public var paragraphs: [String]
    public var actions: [Action]
    /// Said under the button: until when, what if not.
    public var afterwards: [String]

    public struct Action: Sendable, Equatable {
        public var label: String
        public var url: String

        public init(label: String, url: String) {
            self.label = label
            self.url = url
        }
    }

    public init(kind: String, subject: String, paragraphs: [String], actions: [Action] = [], afterwards: [String] = []) {
        self.kind = kind
        self.subject = subject
        self.paragraphs = paragraphs
        self.actions = actions
        self.afterwards = afterwards
    }
}
