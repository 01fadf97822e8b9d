import Domain

extension Links {
    var ownMandates: String { account + "/mandats" }
    var newMandate: String { ownMandates + "/nouveau" }
    var mandates: String { base + "/mandats" }
    func mandate(_ id: ID<Mandate>) -> String { "\(mandates)/\(id.text)" }
    func mandateLink(_ token: String) -> String { "\(base)/mandat/\(token)" }
    func askUnder(_ id: ID<Mandate>) -> String { "\(ask)?mandat=\(id.text)" }
    var guidedMandates: String { referent + "/mandats" }
    var newGuidedMandate: String { guidedMandates + "/nouveau" }
    func guidedMandate(_ id: ID<Mandate>) -> String { "\(guidedMandates)/\(id.text)" }
    func mandateLetter(_ id: ID<Mandate>) -> String { guidedMandate(id) + "/lettre" }
}

/// The pages of one mandate, signed in or by a link on paper: the same pages below two roots.
struct MandatePages: Sendable {
    let acts: String
    let root: String
    /// Behind a link one has no account.
    let isByLink: Bool

    init(_ links: Links, _ id: ID<Mandate>) {
        root = links.mandate(id)
        acts = root + "/actes"
        isByLink = false
    }

    init(_ links: Links, token: String) {
        root = links.mandateLink(token)
        acts = root
        isByLink = true
    }

    var proof: String { root + "/preuve" }
    var end: String { root + "/fin" }
    var reader: String { root + "/lecteur" }
    var endOfReader: String { reader + "/fin" }
}
