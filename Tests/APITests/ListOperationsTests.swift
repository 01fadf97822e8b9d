import Domain
import Foundation
import HTTPTypes
import Secrets
import Persistence
import TestSupport
import Testing
import UseCases

@Suite struct ListOperationsTests {
    private struct Need: Decodable {
        var id: String
        var category: String
        var neighbourhood: String?
        var when: String
        var text: String?
    }

    private struct Offer: Decodable {
        var id: String
        var category: String
        var days: [Int]
        var reach: String
    }

    private struct Page<Item: Decodable>: Decodable {
        var items: [Item]
        var next: String?
    }

    @Test(arguments: Engine.all) func needsAreReadPageByPageAndFiltered(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let made = try await test.askMany(PublicNeeds.pageSize + 3)
        let client = InterfaceClient(test)
        let first: Page<Need> = try await client.send(.get, "/towns/clairval/needs").json()
        #expect(first.items.count == PublicNeeds.pageSize)
        let next = try #require(first.next)
        let second: Page<Need> = try await client.send(.get, "/towns/clairval/needs?cursor=\(next)").json()
        #expect(second.next == nil)
        #expect(Set((first.items + second.items).map(\.id)) == Set(made))
        let pets: Page<Need> = try await client.send(.get, "/towns/clairval/needs?category=pets&utm_source=x").json()
        #expect(pets.items.isEmpty)
        for query in ["cursor=x", "cursor=%00", "category=nothing", "neighbourhood=nowhere", "way=sideways", "cursor=zzzzzzzzzzzzz.0"] {
            let page: Page<Need> = try await client.send(.get, "/towns/clairval/needs?\(query)").json()
            #expect(page.items.map(\.id) == first.items.map(\.id), "\(query)")
        }
        let elsewhere: Page<Need> = try await client.send(.get, "/towns/ailleurs/needs?cursor=\(next)").json()
        #expect(elsewhere.items.isEmpty)
        #expect(try await client.send(.get, "/towns/ailleurs/needs/\(made[0])").status == 404)
    }

    @Test(arguments: Engine.all) func offersShowWhatIsOfferedAndNeverWho(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        try await test.makeHelper(test.cast.karim)
        let id = try await test.offer("groceries", by: test.cast.karim, details: "texte secret")
        let client = InterfaceClient(test)
        let answer = try await client.send(.get, "/towns/clairval/offers?category=groceries")
        let page: Page<Offer> = try answer.json()
        #expect(page.items.map(\.id) == [id.text])
        #expect(page.items.first?.days == Array(1...7))
        for secret in ["Karim", "Rahmani", "karim@", test.cast.karim.id.text, "texte secret"] { #expect(!answer.body.contains(secret)) }
        #expect(try await client.send(.get, "/towns/clairval/offers/\(id.text)").status == 200)
        #expect(try await client.send(.get, "/towns/ailleurs/offers/\(id.text)").status == 404)
        let others: Page<Offer> = try await client.send(.get, "/towns/clairval/offers?category=pets").json()
        #expect(others.items.isEmpty)
    }

    /// Markers in every field of a person; no answer without a secret may hold one.
    @Test func noPublicAnswerHoldsASecret() async throws {
        let test = try await TestHouse()
        let asked = try await test.ask([
            "firstName": "SecretPrenom", "lastName": "SecretNom", "email": "secret.adresse@exemple.fr", "phone": "06 39 98 00 77",
            "place": "12 rue du Secret", "details": "texte secret", "constraints": "contrainte secrète", "when": "date",
            "date": "2026-12-24",
        ])
        let client = InterfaceClient(test)
        let needs: Page<Need> = try await client.send(.get, "/towns/clairval/needs").json()
        #expect(needs.items.map(\.id) == [asked.request.id.text])
        #expect(needs.items.first?.when == "later")
        #expect(needs.items.first?.text == nil)
        let paths = [
            "/openapi.json", "/towns", "/towns/clairval", "/towns/clairval/categories", "/towns/clairval/neighbourhoods",
            "/towns/clairval/needs", "/towns/clairval/needs/\(asked.request.id.text)", "/towns/clairval/offers",
            "/towns/clairval/tracking/\(asked.request.id.text)", "/towns/clairval/tracking/\(asked.request.reference.text)",
        ]
        let secrets = [
            "SecretPrenom", "SecretNom", "secret.adresse", "39980077", "39 98 00 77", "12 rue du Secret", "texte secret", "secrète",
            "2026-12-24", asked.request.reference.text, asked.tracking.text, asked.request.asker.text,
        ]
        for path in paths {
            let body = try await client.send(.get, path).body
            for secret in secrets { #expect(!body.contains(secret), "\(secret) in \(path)") }
        }
    }

    @Test(arguments: [
        "/nowhere", "/towns/nowhere", "/towns/clairval/nowhere", "/towns/clairval/needs/x", "/towns/clairval/tracking/x",
        "/towns/clairval/asks/x", "/towns/nowhere/needs", "/towns/clairval/needs/00000000-0000-0000-0000-000000000000", "", "/",
    ])
    func whatDoesNotExistIsAProblem(_ path: String) async throws {
        let client = InterfaceClient(try await TestHouse())
        let answer = try await client.send(.get, path, headers: [.acceptLanguage: "en"])
        #expect(answer.status == 404)
        #expect(answer.headers[.contentType] == "application/problem+json")
        #expect(answer.body.contains("\"status\":404"))
        let head = try await client.send(.head, path)
        #expect(head.status == 404)
        #expect(head.body.isEmpty)
    }

    @Test func otherMethodsAreToldWhichThereAre() async throws {
        let client = InterfaceClient(try await TestHouse())
        let cases: [(HTTPRequest.Method, String, String)] = [
            (.delete, "/towns", "GET, HEAD"), (.get, "/towns/clairval/requests", "POST"), (.options, "/towns/clairval/needs", "GET, HEAD"),
            (.put, "/towns/clairval/asks/x/answer", "POST"), (.post, "/openapi.json", "GET, HEAD"),
        ]
        for (method, path, allowed) in cases {
            let answer = try await client.send(method, path)
            #expect(answer.status == 405, "\(method) \(path)")
            #expect(answer.headers[.allow] == allowed, "\(method) \(path)")
            #expect(answer.headers[.contentType] == "application/problem+json")
            #expect(answer.headers[HTTPField.Name("Access-Control-Allow-Origin")!] == nil)
        }
    }

    @Test func headAnswersAsGetWithoutTheBody() async throws {
        let client = InterfaceClient(try await TestHouse())
        for path in ["/towns", "/towns/clairval/needs", "/openapi.json"] {
            let get = try await client.send(.get, path)
            let head = try await client.send(.head, path)
            #expect(head.status == 200)
            #expect(head.body.isEmpty)
            #expect(head.headers[.contentLength] == String(get.body.utf8.count))
        }
    }
}
