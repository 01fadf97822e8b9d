import Domain

/// The pages of one request, by link or by account: the same pages below two roots.
struct TrackingLinks: Sendable {
    let links: Links
    let root: String
    /// Behind a tracking link one has no account, and the conversation lies below the link too.
    let isByLink: Bool

    init(_ links: Links, token: String) {
        self.links = links
        root = links.tracking(token)
        isByLink = true
    }

    init(_ links: Links, own request: ID<HelpRequest>) {
        self.links = links
        root = links.ownRequest(request)
        isByLink = false
    }

    var change: String { root + "/changement" }
    var cancellation: String { root + "/annulation" }
    var outcome: String { root + "/suite" }
    func conversation(_ match: ID<Match>) -> String { isByLink ? root + "/conversation" : links.conversation(match) }
}

extension Links {
    func ownRequest(_ id: ID<HelpRequest>) -> String { "\(ownRequests)/\(id.text)" }
    func conversation(_ id: ID<Match>) -> String { "\(conversations)/\(id.text)" }
    func withdrawal(_ id: ID<Match>) -> String { conversation(id) + "/retrait" }
}
