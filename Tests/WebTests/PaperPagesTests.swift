import Domain
import HTTPTypes
import TestSupport
import Testing
import UseCases

@Suite struct PaperPagesTests {
    private static let base = "/t/clairval/conciergerie/papier"

    private func attendant(_ test: TestHouse) async throws -> SiteClient {
        let client = try SiteClient(test)
        try await client.signIn(test.cast.attendant)
        return client
    }

    /// The codes on a page that is printed.
    private func codes(_ body: String) -> [String] {
        body.matches(of: /class="reference">([0-9A-Z]{5})</).map { String($0.1) }
            + body.matches(of: /<th scope="row">([0-9A-Z]{5})</).map { String($0.1) }
    }

    @Test func sheetsArePrintedWithACodeEachAndAsAFile() async throws {
        let client = try await attendant(try await TestHouse())
        let page = try await client.get(Self.base)
        #expect(page.status == 200 && !page.body.contains("⟦") && page.body.contains("Les Tilleuls"))
        #expect(try await client.post(Self.base + "/fiches", ["copies": "51"]).status == 422)
        let made = try await client.post(Self.base + "/fiches", ["copies": "3"])
        let address = try #require(made.location)
        let sheets = try await client.get(address)
        #expect(sheets.status == 200 && Set(codes(sheets.body)).count == 3 && !sheets.body.contains("⟦"))
        #expect(sheets.body.contains("Ne peut pas porter") && sheets.body.contains("Je note ce que vous me dites"))
        #expect(codes(try await client.get(address).body) == codes(sheets.body), "looked at again, they are the same sheets")
        let file = try await client.get(address + "/fiches.pdf")
        #expect(file.status == 200 && file.headers[.contentType] == "application/pdf" && file.body.hasPrefix("%PDF-1.7"))
        #expect(file.body.matches(of: /\/StructParents/).count == 3, "one sheet of paper for each")
    }

    @Test func aSheetIsEnteredByItsCodeAndTheHourOnIt() async throws {
        let test = try await TestHouse()
        let client = try await attendant(test)
        let printed = try await client.post(Self.base + "/fiches", ["copies": "1"])
        let sheet = try await client.get(try #require(printed.location))
        let code = try #require(codes(sheet.body).first)
        let wrong = try await client.post(Self.base + "/saisie", ["code": "AAAAC"])
        #expect(wrong.status == 422 && wrong.body.contains("pas un code de feuille"))
        let late = try await client.post(Self.base + "/saisie", ["code": code, "time": "25 h"])
        #expect(late.status == 422 && late.body.contains("value=\"\(code)\"") && late.body.contains("id=\"time-erreur\""))
        let begun = try await client.post(Self.base + "/saisie", ["code": code.lowercased()])
        let call = try #require(begun.location)
        #expect(call.contains("/conciergerie/appels/"))
        let twice = try await client.post(Self.base + "/saisie", ["code": code])
        let said = try await client.get(try #require(twice.location))
        #expect(said.status == 200 && said.body.contains("déjà saisi") && said.body.contains(call) && !said.body.contains("⟦"))
        let taken = try await client.post(call, ReferentPagesTests.call.merging(["version": "1"]) { $1 })
        let end = try await client.get(try #require(taken.location))
        #expect(end.body.contains("Feuille suivante") && end.body.contains(Self.base + "/saisie"))
    }

    @Test func aRowIsEnteredByADigit() async throws {
        let test = try await TestHouse()
        let client = try await attendant(test)
        _ = try await client.takeCall(ReferentPagesTests.call)
        let list = try await client.get(Self.base + "/liste?quartier=les-tilleuls")
        #expect(list.status == 200 && !list.body.contains("Odette") && !list.body.contains("04 90") && !list.body.contains("⟦"))
        let code = try #require(codes(list.body).first)
        let opened = try await client.post(Self.base + "/saisie", ["code": code])
        let row = try await client.get(try #require(opened.location))
        #expect(row.status == 200 && row.body.contains("name=\"result\"") && !row.body.contains("⟦"))
        let refused = try await client.post(Self.base + "/suites", ["code": code, "result": "9"])
        #expect(refused.status == 422 && refused.body.contains("id=\"result-erreur\""))
        let done = try await client.post(Self.base + "/suites", ["code": code, "result": "1"])
        let next = try await client.get(try #require(done.location))
        #expect(next.body.contains("\(code) est saisi : Aidé.") && next.body.contains("id=\"code\""))
        let again = try await client.post(Self.base + "/suites", ["code": code, "result": "2"])
        #expect(try await client.get(try #require(again.location)).body.contains("déjà saisi"))
        #expect(try await client.get(Self.base + "/liste?quartier=les-tilleuls").body.contains("Rien à faire"))
    }

    @Test func aReferentsListHasFirstNamesAndIsAFileToo() async throws {
        let test = try await TestHouse()
        let desk = try await attendant(test)
        _ = try await desk.takeCall(ReferentPagesTests.call)
        let martine = SiteClient(test, sharing: desk.website)
        try await martine.signIn(test.cast.martine)
        #expect(try await martine.get(Self.base + "/liste?quartier=les-tilleuls").body.contains("Odette"))
        let file = try await martine.get(Self.base + "/liste.pdf?quartier=les-tilleuls")
        #expect(file.status == 200 && file.body.hasPrefix("%PDF"))
        for path in ["/liste?quartier=la-gare", "/liste.pdf?quartier=la-gare", "/liste?quartier=inconnu", "/liste.pdf"] {
            #expect(try await martine.get(Self.base + path).status == 404, "\(path)")
        }
        #expect(try await martine.get(Self.base + "/liste").location == Self.base)
        #expect(try await martine.get("/t/clairval/referent/liste-du-jour").body.contains("Liste du jour"))
    }

    @Test func whatWasAskedIsConfirmedInWritingWithoutAName() async throws {
        let test = try await TestHouse()
        let client = try await attendant(test)
        let taken = try await client.takeCall(ReferentPagesTests.call)
        let end = try await client.get(try #require(taken.location))
        let link = try #require(end.body.firstMatch(of: /conciergerie\/demandes\/[0-9a-f-]{36}\/lettre/)?.0)
        let page = try await client.get("/t/clairval/\(link)")
        #expect(page.status == 200 && !page.body.contains("Odette") && !page.body.contains("04 90") && !page.body.contains("⟦"))
        #expect(page.body.contains("04 00 00 00 00") && page.body.contains("Réponse au plus tard"))
        let message = try #require(page.body.firstMatch(of: /<textarea[^>]*>([^<]*)</)?.1)
        #expect(message.contains("Entraide Clairval : votre demande") && message.count <= 160)
        let file = try await client.get("/t/clairval/\(link)/lettre.pdf")
        #expect(file.status == 200 && file.body.hasPrefix("%PDF") && file.body.matches(of: /\/StructParents/).count == 1)
        let said = try #require(reference(end.body))
        let lookup = try await client.get("/t/clairval/conciergerie/demandes?reference=\(said)")
        #expect(lookup.body.contains(link))
    }

    private func reference(_ body: String) -> String? { body.firstMatch(of: /class="reference">([0-9A-Z-]{7})</).map { String($0.1) } }
}
