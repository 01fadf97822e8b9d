import Domain
import Hummingbird
import Localization

/// What machines read first: what not to index, and whom to tell of a weakness.
struct InstanceNotices: Sendable {
    let now: @Sendable () -> Moment

    /// Personal pages, links with tokens and forms stay out of search engines, on a host of its own and below `/t/{slug}`.
    private static let closed = [
        "/suivi/", "/reponse/", "/organisation/", "/disponibilite/", "/rendez-vous/", "/rendez-vous-manque/", "/prochaine-fois/",
        "/deuxieme/",
        "/nouvelles/", "/connexion", "/mon-compte", "/conversations", "/referent", "/moderation",
        "/administration", "/demandes/nouvelle", "/propositions/nouvelle", "/contact/recu", "/signaler",
    ]

    func robots() -> Response {
        let lines = Self.closed.flatMap { ["Disallow: \($0)", "Disallow: /t/*\($0)"] }
        return .text((["User-agent: *"] + lines + ["Disallow: /api/", "Disallow: /dev/"]).joined(separator: "\n") + "\n")
    }

    /// RFC 9116; the date moves with each answer, always eleven months ahead. Whom to write to is the town's own contact page.
    func security(base: String) -> Response {
        let expires = CivilDate(dayNumber: Int((now() + .days(330)).milliseconds / 86_400_000))
        return .text(
            """
            Contact: \(base)/contact
            Expires: \(expires.iso)T00:00:00Z
            Preferred-Languages: fr, en
            Canonical: \(base)/.well-known/security.txt

            """)
    }
}
