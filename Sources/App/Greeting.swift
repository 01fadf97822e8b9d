import Domain
import UseCases

/// What `serve` prints: the addresses, and in a demo how to sign in as each role.
struct Greeting {
    let composition: Composition
    let showsMail: Bool

    var text: String {
        let house = composition.house
        var lines = ["Entraide listens on \(composition.settings.listen.host):\(composition.settings.listen.port)"]
        lines += house.towns.all.prefix(20).map { "  \($0.town.name): \(house.base(of: $0.town))/" }
        if house.towns.isDemo, let slug = house.towns.all.first?.town.slug {
            lines.append("Sign in at …/connexion with one of these addresses (no password: a mail brings a code):")
            lines += ["admin", "moderateur", "referent", "aidant", "habitant"].map { "  \($0)@\(slug).demo.invalid" }
        }
        if showsMail { lines.append("Mail is shown at \(composition.settings.publicURL)/dev/mail") }
        return lines.joined(separator: "\n")
    }
}
