import Domain
import TestSupport
import Testing
import UseCases
@testable import Web

@Suite struct DemandPagesTests {
    @Test func aReferentFindsASilentQuartierAndItsSheets() async throws {
        let test = try await TestHouse()
        let client = try SiteClient(test)
        try await client.signIn(test.cast.administrator)
        let path = "/t/clairval/administration/demandes-manquantes"
        #expect(try await client.get(path).status == 200)
        #expect(try await client.post(path, ["elders-les-tilleuls": "-3"]).status == 422)
        #expect(try await client.post(path, ["elders-les-tilleuls": "140"]).status == 303)
        #expect(try await client.get(path).body.contains("140 personnes de 75 ans et plus"))
        let referent = SiteClient(test, sharing: client.website)
        try await referent.signIn(test.cast.martine)
        let page = try await referent.get("/t/clairval/referent/demandes-manquantes")
        #expect(page.body.contains("Quartier silencieux") && page.body.contains("Les Tilleuls") && !page.body.contains("La Gare"))
        #expect(try await referent.get(path).status == 404)
        for sheet in ["affiche", "lettre", "fiche-de-relais"] {
            #expect(page.body.contains("/referent/supports/\(sheet)?quartier=les-tilleuls") || sheet == "lettre")
            let paper = try await referent.get("/t/clairval/referent/supports/\(sheet)?quartier=les-tilleuls")
            #expect(paper.status == 200 && paper.body.contains("class=\"qr\"") && paper.body.contains("04 00 00 00 00"))
            #expect(try await referent.get("/t/clairval/referent/supports/\(sheet)?quartier=ailleurs").status == 404)
        }
        let form = try await referent.get("/t/clairval/referent/supports/fiche-de-relais")
        #expect(form.body.contains("ni diagnostic ni traitement") && form.body.contains("d’accord pour être appelée"))
    }

    @Test func theAddressOfThePosterAnswersWhereAndForgetsNothing() async throws {
        let test = try await TestHouse()
        let client = try SiteClient(test)
        let start = try await client.get("/t/clairval/demandes/nouvelle?quartier=la-gare")
        let first = try #require(start.location)
        #expect(start.status == 303 && first.contains("/quoi?brouillon="), "also where no cookie is kept")
        _ = try await client.post("/t/clairval/demandes/nouvelle/quoi", ["category": "groceries"])
        _ = try await client.post("/t/clairval/demandes/nouvelle/quand", ["when": "now"])
        let place = try await client.get("/t/clairval/demandes/nouvelle/ou")
        #expect(place.body.contains("<option value=\"la-gare\" selected"))
        let unknown = try await client.get("/t/clairval/demandes/nouvelle?quartier=%3Cb%3E")
        #expect(unknown.status == 303 && unknown.location?.contains("brouillon") == false)
    }
}
