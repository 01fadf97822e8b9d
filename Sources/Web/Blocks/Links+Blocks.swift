import Domain

extension Links {
    /// Whom one wants nothing more to do with.
    var blocks: String { account + "/blocages" }
    func endOfBlock(_ id: ID<Block>) -> String { "\(blocks)/\(id.text)/retrait" }
}

extension TrackingLinks {
    func block(_ match: ID<Match>) -> String { conversation(match) + "/blocage" }
}

extension ConversationsController.Way {
    var block: String { root + "/blocage" }
}
