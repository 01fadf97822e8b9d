import Domain

/// The pages of one request, by link or by account: the same pages below two roots.
struct TrackingLinks: Sendable {
    let links: Links
    let root: String
    /// Behind a tracking link one has no account, and the conversation lies below the link too.
    let isByLink: Bool
    /// Under which somebody acts in another's name; the conversation lies below it then.
    var mandate: ID<Mandate>?

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

    /// In the name of somebody else.
    init(_ links: Links, under mandate: ID<Mandate>, _ request: ID<HelpRequest>) {
        self.links = links
        root = "\(links.mandate(mandate))/demandes/\(request.text)"
        self.mandate = mandate
        isByLink = false
    }

    /// Where one came from; nil by link.
    var back: String? { isByLink ? nil : mandate.map { links.mandate($0) } ?? links.ownRequests }
    var ask: String { mandate.map { links.askUnder($0) } ?? links.ask }

    var change: String { root + "/changement" }
    var cancellation: String { root + "/annulation" }
    var appeal: String { root + "/recours" }
    var outcome: String { root + "/suite" }
    var renewal: String { root + "/maintien" }
    func time(_ proposal: ID<TimeProposal>) -> String { "\(root)/moments/\(proposal.text)" }
    func conversation(_ match: ID<Match>) -> String { isByLink || mandate != nil ? root + "/conversation" : links.conversation(match) }
}

extension Links {
    func ownRequest(_ id: ID<HelpRequest>) -> String { "\(ownRequests)/\(id.text)" }
    func conversation(_ id: ID<Match>) -> String { "\(conversations)/\(id.text)" }
    func withdrawal(_ id: ID<Match>) -> String { conversation(id) + "/retrait" }
}
