import Domain
import Persistence
import TestSupport
import Testing
import UseCases

@Suite struct CallerPagesTests {
    private func desk(_ test: TestHouse) async throws -> (client: SiteClient, call: String) {
        let client = try SiteClient(test)
        try await client.signIn(test.cast.attendant)
        return (client, try await client.beginCall())
    }

    @Test func aHandfulIsOfferedAfterEachSave() async throws {
        let test = try await TestHouse()
        let (client, call) = try await desk(test)
        let saved = try await client.post(call + "/brouillon?partie=1", ["lastName": "durant", "version": "1"])
        #expect(saved.body.contains("Jeanne Durand") && saved.body.contains("Les Tilleuls") && saved.body.contains("…01"))
        #expect(!saved.body.contains("04 90") && !saved.body.contains("0490") && !saved.body.contains("⟦"))
        let none = try await client.post(call + "/brouillon?partie=1", ["lastName": "personne", "version": "2"])
        #expect(!none.body.contains("id=\"known\""))
    }

    @Test func theOneChosenFillsWhatIsEmptyAndIsShownWhole() async throws {
        let test = try await TestHouse()
        let (client, call) = try await desk(test)
        let form = ["lastName": "durant", "firstName": "Mme", "version": "1", "caller": test.cast.jeanne.id.text]
        #expect(try await client.post(call + "/appelant", form).location == call + "#appelant")
        let page = try await client.get(call)
        #expect(page.body.contains("value=\"durant\"") && page.body.contains("value=\"Mme\"") && page.body.contains("value=\"0490000001\""))
        #expect(
            page.body.contains("id=\"appelant\"") && page.body.contains("04\u{A0}90\u{A0}00\u{A0}00\u{A0}01") && !page.body.contains("⟦"))
        #expect(page.body.contains("name=\"known\" value=\"\(test.cast.jeanne.id.text)\""))
        let known = ["known": test.cast.jeanne.id.text, "version": "2", "caller": "new"]
        _ = try await client.post(call + "/appelant", known)
        #expect(try await client.get(call).body.contains("n’était pas encore connue"))
    }

    @Test func whoIsRecognisedIsTheAskerAndTheirBirthIsKept() async throws {
        let test = try await TestHouse()
        let (client, call) = try await desk(test)
        let fields = ReferentPagesTests.call.merging(
            ["phone": "", "known": test.cast.jeanne.id.text, "bornOn": "29/02/1944", "version": "1"]) { $1 }
        #expect(try await client.post(call, fields.merging(["bornOn": "31/02/1944"]) { $1 }).status == 422)
        #expect(try await client.post(call, fields.merging(["version": "2"]) { $1 }).location == call + "/fin")
        let (asker, jeanne) = try await test.house.read(test.town.town) { scope in
            (try HelpRequests(scope).of(asker: test.cast.jeanne.id).count, try People(scope).find(test.cast.jeanne.id))
        }
        #expect(asker == 1 && jeanne?.bornOn?.iso == "1944-02-29")
    }

    @Test func strangersAndOtherTownsPeopleAreNotFound() async throws {
        let test = try await TestHouse()
        let (client, call) = try await desk(test)
        let outsider = try await client.post(call + "/appelant", ["caller": test.cast.olga.id.text, "version": "1"])
        #expect(outsider.status == 404)
        let karim = SiteClient(test, sharing: client.website)
        try await karim.signIn(test.cast.karim)
        #expect(try await karim.post(call + "/appelant", ["caller": test.cast.jeanne.id.text, "version": "1"]).status == 404)
    }
}
