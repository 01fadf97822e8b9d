import Domain
import Secrets
import TestSupport
import Testing
import UseCases

/// What the tracking page promises while a request climbs.
@Suite struct TrackingPromiseTests {
    private static let form = AskForm([
        "category": "groceries", "when": "now", "neighbourhood": "les-tilleuls", "for": "me", "firstName": "Jeanne",
        "email": "jeanne@clairval.test", "notice": "yes",
    ])

    @Test func aPromiseIsAlwaysAheadAndThenTheOwnerHasIt() async throws {
        let test = try await TestHouse()
        let created = try await Requests(test.house).ask(Self.form, in: test.town, by: .visitor, language: "fr", door: .web)
        let client = try SiteClient(test)
        let path = "/t/clairval/suivi/\(created.tracking.text)"
        #expect(try await client.get(path).body.contains("Réponse avant midi aujourd’hui, sinon Martine M. vous appelle."))
        test.clock.move(.hours(3))
        for _ in 0..<2 {
            let page = try await client.get(path).body
            #expect(page.contains("Martine M. s’occupe de votre demande"))
            #expect(!page.contains("délai dépassé"))
            #expect(!page.contains("avant"))
            await test.work()
        }
    }
}
