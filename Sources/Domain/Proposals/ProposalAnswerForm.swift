/// What becomes of proposals, as an administrator says it: which of a group, and how.
public struct ProposalAnswerForm: Sendable {
    public enum Answer: Sendable {
        /// A new kind of help.
        case adopt(CategoryForm)
        /// The key of one that is there.
        case present(String)
        case decline
    }

    public var fields: [String: String]

    public init(_ fields: [String: String]) { self.fields = fields }

    /// Which proposals; several are separated by commas.
    public var chosen: [ID<CategoryProposal>] { (fields["proposal"] ?? "").split(separator: ",").compactMap { ID(text: String($0)) } }

    /// - Throws: what is missing: the proposals, the answer, the category, or the words of a refusal.
    public func read() throws(Refusal) -> (answer: Answer, words: String?) {
        var reader = FormReader()
        let words = reader.text("words", fields["words"], atMost: 500)
        if chosen.isEmpty { reader.refuse("proposal", "refusal.choose") }
        var answer: Answer?
        switch fields["answer"] {
        case "adopt": answer = .adopt(CategoryForm(fields))
        case "present":
            let key = fields["present"].flatMap { $0.isEmpty ? nil : $0 }
            answer = reader.required("present", key, else: "refusal.choose").map { .present($0) }
        case "decline":
            if words == nil { reader.refuse("words", "refusal.proposalWords") }
            answer = .decline
        default: reader.refuse("answer", "refusal.choose")
        }
        try reader.finish()
        guard let answer else { throw Refusal(.invalid, "refusal.form") }
        return (answer, words)
    }
}
