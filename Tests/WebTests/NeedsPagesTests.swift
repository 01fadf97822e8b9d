import Domain
import Foundation
import Persistence
import TestSupport
import Testing
import UseCases

@Suite struct NeedsPagesTests {
    /// What must never leave the house stands in every field that could leak.
    static let secrets = [
        "Zsecretnom", "Zsecretadresse", "Zsecretdetail", "Zsecretcontrainte", "zsecret@clairval.test", "31/12/2026", "2026-12-31",
    ]

    static func ask(_ test: TestHouse, _ changes: [String: String] = [:]) async throws -> HelpRequest {
        let form = AskForm(
            [
                "category": "groceries", "when": "date", "date": "31/12/2026", "neighbourhood": "les-tilleuls",
                "place": "Zsecretadresse", "for": "me", "firstName": "Zsecretnom", "lastName": "Zsecretnom", "phone": "06 99 88 77 66",
                "email": "zsecret@clairval.test", "details": "Zsecretdetail", "constraints": "Zsecretcontrainte", "notice": "yes",
            ].merging(changes) { $1 })
        return try await Requests(test.house).ask(form, in: test.town, by: .visitor, language: "fr", door: .web).request
    }

    @Test func thePublicSeesKindQuartierAndRoughlyWhen() async throws {
        let test = try await TestHouse()
        let request = try await Self.ask(test)
        let client = try SiteClient(test)
        for path in ["/t/clairval/demandes", "/t/clairval/demandes/\(request.id.text)"] {
            let answer = try await client.get(path)
            #expect(answer.status == 200)
            #expect(answer.body.contains("Des courses"))
            #expect(answer.body.contains("Les Tilleuls"))
            #expect(answer.body.contains("Plus tard"))
            for secret in Self.secrets + ["99 88 77 66", "99887766", request.reference.text, "décembre"] {
                #expect(!answer.body.contains(secret), "\(secret) in \(path)")
            }
        }
    }

    @Test func anotherTownKnowsNothingOfIt() async throws {
        let test = try await TestHouse()
        let request = try await Self.ask(test)
        let client = try SiteClient(test)
        #expect(try await client.get("/t/ailleurs/demandes/\(request.id.text)").status == 404)
        #expect(try await client.get("/t/ailleurs/demandes").body.contains(request.id.text) == false)
    }

    @Test(arguments: ["nimporte", "00000000-0000-0000-0000-000000000000", "%00", "..%2f.."])
    func whatIsNotThereIsNotFound(_ id: String) async throws {
        let test = try await TestHouse()
        let client = try SiteClient(test)
        #expect(try await client.get("/t/clairval/demandes/\(id)").status == 404)
    }

    @Test func filtersAreLinksThatAnybodyCanShare() async throws {
        let test = try await TestHouse()
        _ = try await Self.ask(test)
        let client = try SiteClient(test)
        let chosen = try await client.get("/t/clairval/demandes?categorie=groceries&quartier=les-tilleuls&lieu=sur-place")
        #expect(chosen.body.contains("card-title"))
        #expect(chosen.body.contains("<option value=\"groceries\" selected>"))
        let other = try await client.get("/t/clairval/demandes?quartier=la-gare")
        #expect(!other.body.contains("card-title"))
        #expect(other.body.contains("Aucun besoin ne correspond"))
        let broken = try await client.get("/t/clairval/demandes?suite=%27%22&categorie=%3Cscript%3E&lieu=x")
        #expect(broken.status == 200)
        #expect(broken.body.contains("card-title"))
        #expect(!broken.body.contains("<script>"))
    }

    @Test func fiftyAPageAndALinkToTheRest() async throws {
        let test = try await TestHouse()
        for _ in 0..<51 { _ = try await Self.ask(test) }
        let client = try SiteClient(test)
        let first = try await client.get("/t/clairval/demandes?categorie=groceries")
        #expect(first.body.components(separatedBy: "class=\"card\"").count == 51)
        let link = try #require(first.body.firstMatch(of: /href="([^"]*suite=[^"]*)"/)).output.1
        let second = try await client.get(String(link).replacing("&amp;", with: "&"))
        #expect(second.body.components(separatedBy: "class=\"card\"").count == 2)
        #expect(!second.body.contains("suite="))
    }
}
