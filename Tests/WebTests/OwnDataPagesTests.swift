import Domain
import HTTPTypes
import Persistence
import TestSupport
import Testing
import UseCases

@Suite struct OwnDataPagesTests {
    private func karim(_ test: TestHouse) async throws -> SiteClient {
        let client = try SiteClient(test)
        try await client.signIn(test.cast.karim)
        return client
    }

    @Test func theFileIsReadAndTakenAway() async throws {
        let test = try await TestHouse()
        let client = try await karim(test)
        let page = try await client.post("/t/clairval/mon-compte/donnees", ["format": "html"])
        #expect(page.status == 200 && page.body.contains("karim@clairval.test"))
        #expect(!page.body.contains("⟦"), "every fact has its word")
        let json = try await client.post("/t/clairval/mon-compte/donnees", ["format": "json"])
        #expect(json.headers[.contentType] == "application/json; charset=utf-8")
        #expect(json.body.contains("\"email\" : \"karim@clairval.test\"") && json.body.contains("\"action\" : \"exported\""))
    }

    @Test func anOldSessionIsSentToSignIn() async throws {
        let test = try await TestHouse()
        let client = try await karim(test)
        test.clock.move(.minutes(30))
        for path in ["donnees", "effacement"] {
            let answer = try await client.post("/t/clairval/mon-compte/\(path)", ["sure": "yes"])
            #expect(answer.status == 303 && answer.location == "/t/clairval/connexion/code", "\(path)")
        }
        #expect(try await client.get("/t/clairval/mon-compte").status == 200, "nothing was erased")
    }

    @Test func anErasureIsMeantAndEndsTheSession() async throws {
        let test = try await TestHouse()
        let client = try await karim(test)
        let unsure = try await client.post("/t/clairval/mon-compte/effacement")
        #expect(unsure.status == 422 && unsure.body.contains("Cochez la case"))
        let done = try await client.post("/t/clairval/mon-compte/effacement", ["sure": "yes"])
        #expect(done.status == 303 && done.location == "/t/clairval/compte-efface")
        #expect(try await client.get("/t/clairval/compte-efface").status == 200)
        #expect(try await client.get("/t/clairval/mon-compte").status == 303)
        #expect(try await client.post("/t/clairval/mon-compte/effacement", ["sure": "yes"]).status == 303)
    }

    @Test func theLastAdministratorIsToldWhy() async throws {
        let test = try await TestHouse()
        let client = try SiteClient(test)
        let administrators = try await test.house.read(test.town.town) { scope in
            try People(scope).find(try Staff(scope).holding(.administrator))
        }
        for one in administrators.values where one.id != test.cast.administrator.id {
            try await client.signIn(one)
            _ = try await client.post("/t/clairval/mon-compte/effacement", ["sure": "yes"])
        }
        try await client.signIn(test.cast.administrator)
        #expect(try await client.get("/t/clairval/mon-compte/effacement").body.contains("Invitez d’abord"))
        #expect(try await client.post("/t/clairval/mon-compte/effacement", ["sure": "yes"]).status == 409)
    }
}
