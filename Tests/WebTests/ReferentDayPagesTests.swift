import Domain
import TestSupport
import Testing
import UseCases

@Suite struct ReferentDayPagesTests {
    static let path = "/t/clairval/referent"

    private func client(_ test: TestHouse, _ person: Person) async throws -> SiteClient {
        let client = try SiteClient(test)
        try await client.signIn(person)
        return client
    }

    @Test func theDayIsCountedFirstAndDoneKindly() async throws {
        let test = try await TestHouse()
        let martine = try await client(test, test.cast.martine)
        let page = try await martine.get(Self.path).body
        #expect(page.contains("class=\"counts\"") && page.contains("personne à accueillir") && !page.contains("⟦"))
        #expect(page.contains("Karim R.") && !page.contains("Rahmani") && !page.contains("karim@") && !page.contains("06 00 00 00 02"))
        #expect(!page.contains("Lucie"), "another quartier")
        let welcome = "\(Self.path)/bienvenue/\(test.cast.karim.id.text)"
        for _ in 1...2 { #expect(try await martine.post(welcome, [:]).location == "\(Self.path)?fait=bienvenue") }
        let done = try await martine.get(Self.path + "?fait=bienvenue").body
        #expect(done.contains("Merci de l’avoir accueilli") && done.contains("Tout est fait pour aujourd’hui"))
        #expect(!done.contains("Karim R.") && !done.contains("class=\"counts\""))
        for person in [test.cast.lucie, test.cast.olga] {
            #expect(try await martine.post("\(Self.path)/bienvenue/\(person.id.text)", [:]).status == 404)
            #expect(try await martine.post("\(Self.path)/nouvelles/\(person.id.text)", [:]).status == 404)
        }
    }

    @Test func aVolunteerNeverAskedIsShownWithTheWayToTheSheet() async throws {
        let test = try await TestHouse()
        let karim = test.cast.karim
        try await Offering(test.house).offer(
            OfferForm([
                "category": "groceries", "days": "weekend", "part": "morning", "reach": "near", "neighbourhood": "les-tilleuls",
                "birthYear": "1984",
            ]), in: test.town, by: Actor(person: karim.id))
        test.clock.move(.days(15))
        let martine = try await client(test, test.cast.martine)
        let page = try await martine.get(Self.path).body
        #expect(page.contains("Bénévoles jamais sollicités") && page.contains("\(Self.path)/confiance/\(karim.id.text)"))
        #expect(try await martine.post("\(Self.path)/nouvelles/\(karim.id.text)", [:]).location == "\(Self.path)?fait=nouvelles")
        #expect(try await !martine.get(Self.path).body.contains("Bénévoles jamais sollicités"))
    }

    @Test func theMailOfTheDayIsTurnedOffAndOn() async throws {
        let test = try await TestHouse()
        let martine = try await client(test, test.cast.martine)
        #expect(try await martine.get(Self.path).body.contains("Ne plus recevoir ce courriel"))
        for _ in 1...2 { #expect(try await martine.post(Self.path + "/courriel/fin", [:]).status == 303) }
        let off = try await martine.get(Self.path + "?fait=courriel").body
        #expect(off.contains("Recevoir ce courriel") && off.contains("Votre choix est enregistré") && !off.contains("⟦"))
        #expect(try await martine.post(Self.path + "/courriel", [:]).status == 303)
        #expect(try await martine.get(Self.path).body.contains("Ne plus recevoir ce courriel"))
        let administrator = try await client(test, test.cast.administrator)
        #expect(try await !administrator.get(Self.path).body.contains("/referent/courriel"))
        #expect(try await administrator.post(Self.path + "/courriel", [:]).status == 404)
        #expect(try await client(test, test.cast.karim).post(Self.path + "/courriel", [:]).status == 404)
    }
}
