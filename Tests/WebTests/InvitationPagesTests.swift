import Domain
import HTTPTypes
import Mail
import TestSupport
import Testing
import UseCases

@Suite struct InvitationPagesTests {
    private func client(_ test: TestHouse, _ person: Person) async throws -> SiteClient {
        let client = try SiteClient(test)
        try await client.signIn(person)
        return client
    }

    private func link(_ test: TestHouse, to address: String) async throws -> String {
        await test.work()
        let text = try #require(await test.mailer.sent.last { $0.to.address == address }).text
        let url = try #require(text.split(whereSeparator: \.isWhitespace).first { $0.contains("/invitation/") })
        return String(url.dropFirst("http://entraide.test".count))
    }

    @Test func fromTheFormToTheRole() async throws {
        let test = try await TestHouse()
        let boss = try await client(test, test.cast.administrator)
        let path = "/t/clairval/administration/invitations"
        let refused = try await boss.post(path, ["email": "nadia@", "role": "mayor"])
        #expect(refused.status == 422 && refused.body.contains("email-erreur") && refused.body.contains("role-erreur"))
        let sent = try await boss.post(path, ["email": "nadia@clairval.test", "role": "referent", "neighbourhood": "la-gare"])
        #expect(sent.location == "\(path)?fait=invitation")
        #expect(try await boss.get(path).body.contains("nadia@clairval.test"))
        let link = try await link(test, to: "nadia@clairval.test")
        let nadia = try SiteClient(test)
        let page = try await nadia.get(link)
        #expect(page.status == 200 && page.headers[values: .setCookie].isEmpty)
        #expect(try await nadia.post(link, ["firstName": ""]).status == 422)
        #expect(try await nadia.post(link, ["firstName": "Nadia"]).location == "/t/clairval/referent")
        #expect(try await nadia.get("/t/clairval/referent/confiance").status == 200)
        #expect(try await SiteClient(test).get(link).status == 404)
    }

    @Test func theTeamIsForAdministratorsOnly() async throws {
        let test = try await TestHouse()
        let path = "/t/clairval/administration/invitations"
        for person in [test.cast.karim, test.cast.martine, test.cast.moderator] {
            let client = try await client(test, person)
            #expect(try await client.get(path).status == 404)
            #expect(try await client.post(path, ["email": "x@y.test", "role": "administrator"]).status == 404)
        }
        #expect(try await SiteClient(test).get(path).status == 303)
    }

    @Test func aCancelledInvitationOpensNothing() async throws {
        let test = try await TestHouse()
        let boss = try await client(test, test.cast.administrator)
        let path = "/t/clairval/administration/invitations"
        _ = try await boss.post(path, ["email": "nadia@clairval.test", "role": "moderator"])
        let link = try await link(test, to: "nadia@clairval.test")
        let act = try #require(try await boss.get(path).body.firstMatch(of: /action="([^"]*invitations\/[^"]*\/retrait)"/)).output.1
        #expect(try await boss.post(String(act)).status == 303)
        #expect(try await SiteClient(test).post(link, ["firstName": "Nadia"]).status == 404)
    }

    @Test func codesCannotBeGuessedForLong() async throws {
        let test = try await TestHouse()
        let client = try SiteClient(test, throttled: true)
        var statuses: Set<Int> = []
        for _ in 0..<40 { statuses.insert(try await client.post("/t/clairval/invitation", ["code": "TK49-2HXA"]).status) }
        #expect(statuses == [422, 429])
    }
}
