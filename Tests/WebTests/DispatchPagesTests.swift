import Domain
import Foundation
import Persistence
import TestSupport
import Testing
import UseCases

@Suite struct DispatchPagesTests {
    private static let base = "/t/clairval/conciergerie"

    private func client(_ test: TestHouse, _ person: Person?) async throws -> SiteClient {
        let client = try SiteClient(test)
        if let person { try await client.signIn(person) }
        return client
    }

    /// The page on which the request of a new call is taken in hand, as the end of the call links to it.
    private func taken(_ client: SiteClient) async throws -> String {
        let answer = try await client.takeCall(ReferentPagesTests.call)
        let end = try await client.get(try #require(answer.location, "\(answer.status)"))
        return try #require(try end.body.firstMatch(of: Regex("/t/clairval/conciergerie/demandes/[0-9a-f-]{36}/orientation"))?.0)
            .description
    }

    /// An adult who helps with everything at the door, at any hour.
    private func helps(_ person: Person, _ test: TestHouse) async throws {
        var helper = Helper(
            person: person.id, categories: Set(test.town.categories.map(\.id)), neighbourhood: person.neighbourhood,
            joinedAt: test.clock.now)
        (helper.tier, helper.fromHour, helper.toHour) = (.doorstep, 0, 24)
        try await test.house.write(test.town.town) { [helper] in try Helpers($0).save(helper) }
    }

    @Test func anOperatorFindsRingsAndReadsOut() async throws {
        let test = try await TestHouse()
        let desk = try await client(test, test.cast.attendant)
        let page = try await taken(desk)
        try await helps(test.cast.karim, test)
        let shown = try await desk.get(page)
        #expect(shown.status == 200 && shown.body.contains("Karim R.") && shown.body.contains("Odette") && !shown.body.contains("⟦"))
        for secret in ["Marchand", "place du Marché", "04 90 11", "06 00 00", "/referent/"] {
            #expect(!shown.body.contains(secret), "\(secret)")
        }
        #expect(shown.body.contains("à 1 min à pied") && shown.body.contains("aide à la porte") && shown.body.contains("rien en cours"))
        let call = try #require(try await desk.post(page + "/appels", [:]).location)
        let number = try await desk.get(call)
        #expect(number.body.contains("tel:+33600000002") && number.body.contains("data-key=\"o\"") && !number.body.contains("⟦"))
        #expect(try await desk.post(call, ["result": "later", "again": "bientôt"]).status == 422)
        let yes = try await desk.post(call, ["result": "yes"])
        #expect(yes.location == page + "/a-lire")
        let told = try await desk.get(page + "/a-lire")
        #expect(told.status == 200 && told.body.contains("Un courriel lui confirme") && !told.body.contains("⟦"))
        #expect(try await desk.get(call).status == 404, "the number is shown for as long as one rings")
        #expect(try await desk.get(page).body.contains("Quelqu’un a dit oui."))
    }

    @Test func aVolunteerWithoutMailIsWrittenDownAndToldByVoice() async throws {
        let test = try await TestHouse()
        let desk = try await client(test, test.cast.attendant)
        let page = try await taken(desk)
        let form = try #require(page.split(separator: "/").dropLast().last)
        #expect(try await desk.get(page).body.contains("aidants/nouveau?demande=\(form)"))
        let path = Self.base + "/aidants/nouveau"
        #expect(try await desk.get("\(path)?demande=\(form)").body.contains("Ce que cette personne veut bien faire"))
        let fields = [
            "firstName": "Yvette", "phone": "06 11 22 33 44", "neighbourhood": "les-tilleuls", "birthYear": "1954", "notice": "yes",
            "charter": "yes", "takes-groceries": "yes", "demande": String(form),
        ]
        let refused = try await desk.post(path, fields.merging(["charter": "", "firstName": "<b>Yvette"]) { $1 })
        #expect(refused.status == 422 && refused.body.contains("charter-erreur") && refused.body.contains("&lt;b&gt;Yvette"))
        #expect(try await desk.post(path, fields).location == page)
        let shown = try await desk.get(page)
        #expect(shown.body.contains("Yvette") && shown.body.contains("par téléphone seulement") && !shown.body.contains("06 11 22"))
        let call = try #require(try await desk.post(page + "/appels", [:]).location)
        #expect(try await desk.post(call, ["result": "yes"]).location == page + "/a-lire")
        let told = try await desk.get(page + "/a-lire")
        let number = try #require(PhoneNumber("04 90 11 22 33")).spoken
        #expect(told.body.contains("Vous aidez Odette M.") && told.body.contains(number))
        #expect(!told.body.contains("⟦"))
        #expect(try await desk.post(page + "/retrait", [:]).location == page + "?fait=retrait")
        #expect(try await desk.get(page).body.contains("par téléphone seulement") == false, "whoever gave it back is not suggested again")
    }

    @Test func refusedTicksAreSaidBesideTheName() async throws {
        let test = try await TestHouse()
        let desk = try await client(test, test.cast.attendant)
        let page = try await taken(desk)
        try await helps(test.cast.karim, test)
        #expect(try await desk.post(page + "/sollicitations", [:]).status == 422)
        let karim = test.cast.karim.id.text
        #expect(try await desk.post(page + "/sollicitations", ["ask": karim]).location == page + "?fait=sollicitation")
        let done = try await desk.get(page + "?fait=sollicitation")
        #expect(done.body.contains("1 aidant sollicité peut encore répondre") && done.body.contains("pas encore de réponse"))
        let again = try await desk.post(page + "/sollicitations", ["ask": karim])
        #expect(again.status == 422 && again.body.contains("Karim R. a déjà été sollicité pour cette demande."))
        let found = try await desk.post(page + "/recherche", ["contact": "karim@clairval.test"])
        #expect(found.status == 200 && found.body.contains("La personne trouvée"))
        #expect(try await desk.post(page + "/recherche", ["contact": "karim"]).status == 422)
    }

    @Test func eachDoorIsShutToOthers() async throws {
        let test = try await TestHouse()
        let desk = try await client(test, test.cast.attendant)
        let page = try await taken(desk)
        try await helps(test.cast.karim, test)
        let call = try #require(try await desk.post(page + "/appels", [:]).location)
        let forms = ["/recherche", "/sollicitations", "/oui", "/appels", "/retrait", "/organisations/\(test.cast.karim.id.text)/oui"].map {
            page + $0
        }
        let body = ["contact": "karim@clairval.test", "helper": test.cast.karim.id.text, "ask": test.cast.karim.id.text, "result": "no"]
        for person in [test.cast.karim, test.cast.moderator] {
            let other = try await client(test, person)
            for path in [page, page + "/a-lire", call, Self.base + "/aidants/nouveau"] {
                #expect(try await other.get(path).status == 404, "\(path)")
            }
            for path in forms + [call, call + "/arret", Self.base + "/aidants/nouveau"] {
                #expect(try await other.post(path, body).status == 404, "\(path)")
            }
        }
        let visitor = try await client(test, nil)
        for path in [page, call] { #expect(try await visitor.get(path).location?.hasPrefix("/t/clairval/connexion") == true) }
        let elsewhere = try SiteClient(test)
        try await elsewhere.signIn(test.cast.olga, in: test.elsewhere)
        #expect(try await elsewhere.get(page.replacing("clairval", with: "ailleurs")).status == 404)
        let martine = try await client(test, test.cast.martine)
        #expect(try await martine.get(page).status == 200, "it is in her quartier")
        #expect(try await martine.get(call).status == 404, "and the call is the operator's")
    }
}
