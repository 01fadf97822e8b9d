import Domain

extension Links {
    /// Where residents say which kind of help they miss.
    var proposal: String { base + "/categories/proposition" }
    var proposals: String { categories + "/propositions" }
    func proposalGroup(_ id: ID<CategoryProposal>) -> String { "\(proposals)/\(id.text)" }
}
