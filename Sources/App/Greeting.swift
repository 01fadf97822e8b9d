import Domain
import UseCases

/// What `serve` prints: the addresses, and in a demo how to sign in as each role.
struct Greeting {
    let composition: Composition
    let showsMail: Bool

    var text: String {
        let listen = composition.settings.listen
        return (["Entraide listens on \(listen.host):\(listen.port)"] + addresses).joined(separator: "\n")
    }

    /// What `demo` prints when it has filled the database.
    var demo: [String] { ["The demo is ready. `entraide serve` serves it:"] + addresses }

    private var addresses: [String] {
        let house = composition.house
        var lines = house.towns.all.prefix(20).map { "  \($0.town.name): \(house.base(of: $0.town))/" }
        if house.towns.isDemo { lines += signIn }
        if showsMail { lines.append("Mail is shown at \(composition.settings.publicURL)/dev/mail") }
        return lines
    }

    private var signIn: [String] {
        let communes = composition.house.towns.all.map(\.town).filter { $0.parent != nil }
        guard let town = communes.first else { return [] }
        return ["Sign in at \(composition.house.base(of: town))/connexion with one of these addresses (no password: a mail brings a code):"]
            + ["admin", "moderateur", "referent", "aidant", "habitant", "dpo", "permanence"].map { "  \($0)@\(town.slug).demo.invalid" }
            + ["In another town put its short name instead of \(town.slug): \(communes.dropFirst().map(\.slug).joined(separator: ", "))."]
    }
}
