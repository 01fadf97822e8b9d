import Domain
import HTTPTypes
import Mail
import TestSupport
import Testing
import UseCases

@Suite struct SignInPagesTests {
    private func mail(_ test: TestHouse, to address: String) async throws -> (link: String, code: String) {
        await test.work()
        let text = try #require(await test.mailer.sent.last { $0.to.address == address }).text
        let link = try #require(text.split(whereSeparator: \.isWhitespace).first { $0.contains("/connexion/lien/") })
        let code = try #require(TypedCode.digits(in: text.split(separator: "code").dropFirst().first.map(String.init) ?? ""))
        return (String(link.dropFirst("http://entraide.test".count)), code)
    }

    @Test func theLinkShowsAButtonAndThePostSignsIn() async throws {
        let test = try await TestHouse()
        let (desk, phone) = (try SiteClient(test), try SiteClient(test))
        _ = try await desk.post("/t/clairval/connexion", ["email": "karim@clairval.test", "retour": "/t/clairval/demandes/nouvelle"])
        let link = try await mail(test, to: "karim@clairval.test").link
        for _ in 0..<3 {
            let page = try await phone.get(link)
            #expect(page.status == 200)
            #expect(page.headers[values: .setCookie].isEmpty, "opening a link signs nobody in")
        }
        let entered = try await phone.post(link)
        #expect(entered.status == 303)
        #expect(entered.location == "/t/clairval/demandes/nouvelle")
        let cookie = try #require(entered.headers[values: .setCookie].first { $0.hasPrefix("session-clairval=") })
        #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && cookie.contains("Path=/"))
        #expect(try await phone.get("/t/clairval/connexion").location == "/t/clairval/mon-compte")
        #expect(try await phone.post(link).location == "/t/clairval/mon-compte", "pressing twice is harmless")
        #expect(try await desk.post(link).status == 404)
    }

    @Test func answersAreTheSameWhetherOrNotAnAccountExists() async throws {
        let test = try await TestHouse()
        var pages: [String] = []
        for address in ["karim@clairval.test", "inconnu@clairval.test"] {
            let client = try SiteClient(test)
            let posted = try await client.post("/t/clairval/connexion", ["email": address])
            #expect(posted.location == "/t/clairval/connexion/code")
            let page = try await client.get("/t/clairval/connexion/code")
            pages.append("\(posted.status) \(page.status) \(page.body.replacing(address, with: "X"))")
        }
        #expect(pages[0] == pages[1])
        await test.work()
        #expect(Set(await test.mailer.sent.map(\.subject)).count == 1)
    }

    @Test func theCodeSignsInWhereItWasAskedFor() async throws {
        let test = try await TestHouse()
        let (client, other) = (try SiteClient(test), try SiteClient(test))
        _ = try await client.post("/t/clairval/connexion", ["email": "karim@clairval.test"])
        let code = try await mail(test, to: "karim@clairval.test").code
        #expect(try await other.post("/t/clairval/connexion/code", ["code": code]).location == "/t/clairval/connexion")
        let wrong = try await client.post("/t/clairval/connexion/code", ["code": "mon code"])
        #expect(wrong.status == 422)
        #expect(wrong.body.contains("id=\"code-erreur\""))
        let entered = try await client.post("/t/clairval/connexion/code", ["code": "code : \(code), 15 minutes"])
        #expect(entered.location == "/t/clairval/mon-compte")
        #expect(client.cookies["browser-clairval"] == nil)
    }

    @Test(arguments: [
        "https://mechant.test/", "//mechant.test", "/\\mechant.test", "/t/ailleurs/", "/t/clairval/../ailleurs/", "/t/clairval/%2E%2e/x",
        "/t/clairvalmechant", "javascript:alert(1)",
    ])
    func returnPathsStayInTheTown(_ path: String) async throws {
        let test = try await TestHouse()
        let client = try SiteClient(test)
        _ = try await client.post("/t/clairval/connexion", ["email": "karim@clairval.test", "retour": path])
        let entered = try await client.post(try await mail(test, to: "karim@clairval.test").link)
        #expect(entered.location == "/t/clairval/mon-compte")
    }

    @Test func aNewcomerIsWelcomedAndReturns() async throws {
        let test = try await TestHouse()
        let client = try SiteClient(test)
        _ = try await client.post("/t/clairval/connexion", ["email": "nouvelle@clairval.test", "retour": "/t/clairval/demandes/nouvelle"])
        let entered = try await client.post(try await mail(test, to: "nouvelle@clairval.test").link)
        let welcome = try #require(entered.location)
        #expect(welcome.hasPrefix("/t/clairval/bienvenue"))
        #expect(try await client.get(welcome).status == 200)
        let pending = client.cookies["session-clairval"]
        let refused = try await client.post("/t/clairval/bienvenue", ["firstName": "<b>Nadia", "language": "fr"])
        #expect(refused.status == 422)
        #expect(refused.body.contains("&lt;b&gt;Nadia") && refused.body.contains("#age") && refused.body.contains("#neighbourhood"))
        let made = try await client.post(
            "/t/clairval/bienvenue",
            ["firstName": "Nadia", "language": "fr", "neighbourhood": "unknown", "age": "yes", "retour": "/t/clairval/demandes/nouvelle"])
        #expect(made.location == "/t/clairval/demandes/nouvelle")
        #expect(client.cookies["session-clairval"] != pending, "the session's secret is new")
    }

    @Test func theDoorIsRateLimitedByAddress() async throws {
        let test = try await TestHouse()
        let client = try SiteClient(test, throttled: true)
        var statuses: [Int] = []
        for spelling in ["karim", "KARIM", "Karim", "kArim", "karim", "karim"] {
            statuses.append(try await client.post("/t/clairval/connexion", ["email": "\(spelling)@clairval.test"]).status)
        }
        #expect(statuses == [303, 303, 303, 303, 303, 429])
        #expect(try await client.post("/t/clairval/connexion", ["email": "lucie@clairval.test"]).status == 303)
    }

    @Test func signingOutEndsTheSession() async throws {
        let test = try await TestHouse()
        let client = try SiteClient(test)
        try await client.signIn(test.cast.karim)
        let kept = try #require(client.cookies["session-clairval"])
        #expect(try await client.get("/t/clairval/deconnexion").status == 404, "only a POST signs out")
        #expect(try await client.post("/t/clairval/deconnexion").location == "/t/clairval/")
        client.cookies["session-clairval"] = kept
        #expect(try await client.get("/t/clairval/connexion").status == 200, "the old cookie opens nothing")
    }

    @Test func aFormOfAnotherSiteSignsNobodyIn() async throws {
        let test = try await TestHouse()
        let client = try SiteClient(test)
        _ = try await client.post("/t/clairval/connexion", ["email": "karim@clairval.test"])
        let link = try await mail(test, to: "karim@clairval.test").link
        client.headers[try #require(HTTPField.Name("Sec-Fetch-Site"))] = "cross-site"
        #expect(try await client.post(link).status == 403)
    }
}
