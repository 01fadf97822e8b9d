import Domain
import HTTPTypes
import Persistence
import TestSupport
import Testing
import UseCases

/// The attacker: sees every public page and answer of two worlds that differ by one home alone, and must not tell them apart.
@Suite struct HomeSecrecyTests {
    /// Everything anybody may read, at every place and in every order one can ask for.
    private func everything(_ test: TestHouse) async throws -> [String: String] {
        let client = try SiteClient(test), api = InterfaceClient(test)
        var paths = ["/", "/demandes", "/propositions", "/carte", "/carte?quoi=propositions"]
        paths += ["/chiffres", "/chiffres.csv", "/plan-du-site"]
        var calls = ["/towns/clairval/needs", "/towns/clairval/offers"]
        let keys = test.facts.cells.keys.sorted().map { "c\($0)" } + test.facts.neighbourhoods.map(\.slug)
        for key in keys {
            for side in ["demandes", "propositions"] {
                paths += ["/\(side)?quartier=\(key)", "/\(side)?autour=\(key)&rayon=500", "/\(side)?autour=\(key)&rayon=10000&tri=date"]
            }
        }
        let points = (0..<5).flatMap { x in (0..<5).map { y in "\(5.0 + Double(x) * 0.004),\(43.578 + Double(y) * 0.003)" } }
        for side in ["needs", "offers"] {
            for place in keys + points {
                for radius in [150, 400, 900, 20_000] { calls.append("/towns/clairval/\(side)?around=\(place)&radius=\(radius)") }
            }
        }
        var seen: [String: String] = [:]
        for path in paths { seen[path] = try await client.get("/t/clairval" + path).body }
        for call in calls { seen[call] = try await api.send(.get, call).body }
        return seen
    }

    /// A request and an offer from one home.
    private func world(_ address: String) async throws -> (seen: [String: String], cell: Int?) {
        let test = try await TestHouse()
        try await test.settle()
        var form = AskForm([
            "category": "groceries", "when": "now", "address": address, "for": "me", "firstName": "Jeanne", "phone": "04 90 00 00 09",
            "notice": "yes",
        ])
        form["addressChoice"] = ""
        let request = try await Requests(test.house).ask(form, in: test.facts, by: .visitor, language: "fr", door: .web).request
        try await offer(test, address)
        return (try await everything(test), request.cell)
    }

    private func offer(_ test: TestHouse, _ address: String) async throws {
        let karim = test.cast.karim
        let client = try SiteClient(test)
        try await client.signIn(karim)
        let profile = try await client.post(
            "/t/clairval/mon-compte", ["firstName": "Karim", "phone": "06 00 00 00 02", "language": "fr", "address": address])
        #expect(profile.status == 303)
        let person = try await test.house.read(test.town.town) { try People($0).find(karim.id) }
        let quartier = test.facts.neighbourhood(person?.neighbourhood)?.slug ?? ""
        try await Offering(test.house).offer(
            OfferForm([
                "category": "conversation", "days": "all", "part": "day", "reach": "near", "neighbourhood": quartier, "birthYear": "1980",
            ]), in: test.facts, by: Actor(person: karim.id))
    }

    @Test func twoHomesOfACellCannotBeToldApart() async throws {
        let one = try await world("3 rue des lilas"), other = try await world("9 rue du muguet")
        #expect(one.cell != nil && one.cell == other.cell)
        for (place, answer) in one.seen { #expect(answer == other.seen[place], "\(place) tells them apart") }
        // The eye that sees nothing is not blind: the need and the offer are there.
        #expect(one.seen.values.count { $0.contains("\"distance\"") } > 20)
    }

    @Test func anotherCellIsSeen() async throws {
        let one = try await world("3 rue des lilas"), other = try await world("18 boulevard emile zola de la gare")
        #expect(one.cell != other.cell)
        #expect(one.seen.contains { $0.value != other.seen[$0.key] })
    }
}
