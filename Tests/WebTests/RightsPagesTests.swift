import Domain
import Persistence
import TestSupport
import Testing
import UseCases

@Suite struct RightsPagesTests {
    private static let base = "/t/clairval"

    private func hidden(_ body: String) throws -> String {
        let start = try #require(body.firstRange(of: "name=\"id\" value=\""))
        return String(body[start.upperBound...].prefix { $0 != "\"" })
    }

    @Test func anybodyAsksAndKeepsAReceiptThatNamesNobody() async throws {
        let test = try await TestHouse()
        let client = try SiteClient(test)
        let page = try await client.get(Self.base + "/vos-droits?objet=erasure")
        #expect(page.status == 200 && page.body.contains("value=\"erasure\" checked"))
        let id = try hidden(page.body)
        let refused = try await client.post(Self.base + "/vos-droits", ["id": id, "kind": "erasure", "name": "<b>Rose</b>"])
        #expect(refused.status == 422 && refused.body.contains("&lt;b&gt;Rose") && refused.body.contains(id))
        let form = ["id": id, "kind": "erasure", "name": "Rose Secret", "answerBy": "letter", "address": "3 rue du Puits"]
        let sent = try await client.post(Self.base + "/vos-droits", form)
        #expect(sent.status == 303 && sent.location == Self.base + "/vos-droits/recu/\(id)")
        _ = try await client.post(Self.base + "/vos-droits", form)
        let receipt = try await client.get(sent.location ?? "")
        #expect(receipt.status == 200 && !receipt.body.contains("Rose") && !receipt.body.contains("Puits"))
        let open = try await RightsDesk(test.house).lists(
            by: Actor(person: test.cast.officer.id, roles: [Role(.dpo)]), in: test.town.town
        ).open
        #expect(open.count == 1 && receipt.body.contains(open[0].reference.text))
        #expect(try await client.get("/t/ailleurs/vos-droits/recu/\(id)").status == 404)
    }

    @Test func theOfficerAnswersFromFirstToLast() async throws {
        let test = try await TestHouse()
        let officer = try SiteClient(test)
        try await officer.signIn(test.cast.officer)
        let new = try await officer.get(Self.base + "/dpo/demandes/nouvelle")
        let id = try hidden(new.body)
        let path = Self.base + "/dpo/demandes/\(id)"
        let taken = try await officer.post(
            Self.base + "/dpo/demandes/nouvelle",
            [
                "id": id, "door": "phone", "receivedOn": "2026-11-02", "kind": "access", "name": "Jeanne Durand", "answerBy": "phone",
                "phone": "04 90 00 00 01",
            ])
        #expect(taken.status == 303 && taken.location == path)
        test.clock.move(.days(40))
        try await officer.signIn(test.cast.officer)
        let list = try await officer.get(Self.base + "/dpo/demandes")
        #expect(list.body.contains("En retard") && !list.body.contains("Durand"))
        #expect(try await officer.get(path).body.contains("Jeanne Durand"))
        #expect(try await officer.post(path + "/reponse", ["result": "done"]).status == 422)
        #expect(try await officer.post(path + "/dossier", ["who": "04 90 00 00 01"]).status == 422)
        #expect(try await officer.post(path + "/prolongation", ["reason": "trop tard"]).status == 422)
        #expect(try await officer.post(path + "/identite", ["identity": "call"]).status == 303)
        let found = try await officer.post(path + "/dossier", ["who": "04 90 00 00 01"])
        #expect(found.body.contains("Jeanne D.") && found.body.contains("\(path)/dossier/\(test.cast.jeanne.id.text)"))
        let file = try await officer.post("\(path)/dossier/\(test.cast.jeanne.id.text)")
        #expect(file.status == 200 && file.body.contains("Durand"))
        #expect(try await officer.post(path + "/reponse", ["result": "done"]).status == 303)
        #expect(try await !officer.get(path).body.contains("/reponse\""))
        let administrator = try SiteClient(test)
        try await administrator.signIn(test.cast.administrator)
        #expect(try await administrator.get(path).status == 404)
    }
}
