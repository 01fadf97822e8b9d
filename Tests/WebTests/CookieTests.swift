import HTTPTypes
import TestSupport
import Testing

@Suite struct CookieTests {
    /// The lines of every kind of cookie that a visitor gets: of a language, of a draft, of the browser that asks for a sign-in mail.
    private func lines(_ client: SiteClient) async throws -> [String] {
        let start = try #require(try await client.get("/t/clairval/demandes/nouvelle").location)
        let answers = [
            try await client.get("/t/clairval/?lang=en"), try await client.post(start, ["category": "groceries"]),
            try await client.post("/t/clairval/connexion", ["email": "karim@clairval.test"]),
        ]
        return answers.flatMap { $0.headers[values: .setCookie] }
    }

    @Test func overHTTPSEveryCookieIsBoundToTheHost() async throws {
        let lines = try await lines(try SiteClient(try await TestHouse(), publicURL: "https://entraide.test"))
        #expect(lines.count >= 3)
        for line in lines {
            #expect(line.hasPrefix("__Host-"), "\(line)")
            for word in ["; Secure", "; HttpOnly", "; SameSite=Lax", "; Path=/"] { #expect(line.contains(word), "\(line)") }
            #expect(!line.contains("Domain="), "\(line)")
        }
    }

    @Test func onLoopbackTheyAreTheSameWithout() async throws {
        let lines = try await lines(try SiteClient(try await TestHouse(), publicURL: "http://127.0.0.1:8080"))
        #expect(lines.count >= 3)
        for line in lines {
            #expect(!line.contains("__Host-") && !line.contains("Secure"), "\(line)")
            #expect(line.contains("; HttpOnly") && line.contains("; SameSite=Lax"), "\(line)")
        }
    }
}
