import Domain
import TestSupport
import Testing
import UseCases
@testable import Web

@Suite struct CrisisPagesTests {
    private let path = "/t/clairval/administration/crise"

    @Test func anAdministratorReadsWhatChangesAndSwitches() async throws {
        let test = try await TestHouse()
        let client = try SiteClient(test)
        try await client.signIn(test.cast.administrator)
        let page = try await client.get(path)
        #expect(page.status == 200 && page.body.contains("la ville fonctionne comme d’habitude"))
        #expect(page.body.contains("Urgent : minutes pour les aidants") && page.body.contains("<b>60</b>"))
        let refused = try await client.post(path, ["reason": "", "until": "2026-11-26"])
        #expect(refused.status == 422 && refused.body.contains("Dites pourquoi.") && refused.body.contains("2026-11-26"))
        #expect(try await client.post(path, ["reason": "Crue <b>", "until": "2026-11-26"]).status == 303)
        let on = try await client.get(path)
        #expect(on.body.contains("Décidé par Ariane B.") && on.body.contains("Raison : Crue &lt;b&gt;"))
        let visitor = SiteClient(test, sharing: client.website)
        #expect(try await visitor.get("/t/clairval/").body.contains("situation exceptionnelle"))
        #expect(try await !visitor.get("/t/ailleurs/").body.contains("situation exceptionnelle"))
        #expect(try await client.post(path + "/fin", [:]).status == 303)
        #expect(try await !visitor.get("/t/clairval/").body.contains("situation exceptionnelle"))
        #expect(try await client.get(path).body.contains("par décision de Ariane B."))
    }

    @Test func theTownsOwnBannerIsShownAndSaidToBeFrench() async throws {
        let test = try await TestHouse()
        let client = try SiteClient(test)
        try await client.signIn(test.cast.administrator)
        var fields = SettingsSection.crisis.values(of: test.facts.town)
        fields["banner-fr"] = "La Durance déborde."
        #expect(try await client.post("/t/clairval/administration/reglages-de-crise", fields).status == 303)
        _ = try await client.post(path, ["reason": "Crue", "until": "2026-11-26"])
        let visitor = SiteClient(test, sharing: client.website)
        _ = try await visitor.get("/t/clairval/aide?lang=en")
        let english = try await visitor.get("/t/clairval/aide")
        #expect(english.body.contains("<p lang=\"fr\">La Durance déborde."))
    }
}
