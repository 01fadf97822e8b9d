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
        #expect(try await client.get(path).body.contains("Réponse avant midi aujourd’hui, sinon Martine M. vous écrit."))
        test.clock.move(.hours(3))
        let late = try await client.get(path).body
        #expect(late.contains("Cela prend plus de temps que prévu. Martine M. cherche une solution"))
        #expect(!late.contains("délai dépassé") && !late.contains("avant midi"))
        await test.work()
        let owned = try await client.get(path).body
        #expect(owned.contains("Martine M. s’occupe de votre demande"))
        #expect(!owned.contains("délai dépassé") && !owned.contains("avant midi"))
    }
}
