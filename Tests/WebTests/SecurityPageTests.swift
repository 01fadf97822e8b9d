import TestSupport
import Testing

@Suite struct SecurityPageTests {
    @Test func itSaysWhatIsOnAndWhatIsToBeDone() async throws {
        let test = try await TestHouse()
        let client = try SiteClient(test)
        try await client.signIn(test.cast.administrator)
        let page = try await client.get("/t/clairval/administration/securite")
        #expect(page.status == 200 && !page.body.contains("⟦"))
        #expect(page.body.contains("ENTRAIDE_PUBLIC_URL"), "what to do stands there")
        #expect(page.body.contains("En place") && page.body.contains("À faire") && page.body.contains("À savoir"))
        #expect(page.body.contains("aria-current=\"page\""))
        _ = try await client.get("/t/clairval/administration/securite?lang=en")
        #expect(try await client.get("/t/clairval/administration/securite").body.contains("To do"))
        try await client.signIn(test.cast.moderator)
        #expect(try await client.get("/t/clairval/administration/securite").status == 404)
    }
}
