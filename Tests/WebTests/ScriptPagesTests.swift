import Domain
import TestSupport
import Testing
import UseCases

@Suite struct ScriptPagesTests {
    private static let base = "/t/clairval/administration/reponses"

    @Test func whatATownWritesIsReadDuringACall() async throws {
        let test = try await TestHouse()
        let (admin, odile) = (try SiteClient(test), try SiteClient(test))
        try await admin.signIn(test.cast.administrator)
        try await odile.signIn(test.cast.attendant)
        let call = try await odile.beginCall()
        let before = try await odile.get(call)
        #expect(before.body.contains("3114, jour et nuit") && before.body.contains("data-finder") && !before.body.contains("⟦"))
        let list = try await admin.get(Self.base)
        #expect(list.status == 200 && list.body.contains(Self.base + "/medicine") && !list.body.contains("⟦"))
        let wrong = try await admin.post(Self.base + "/medicine", ["title": "<b>Pharmacie</b>", "words": "", "shown": "yes"])
        #expect(wrong.status == 422 && wrong.body.contains("&lt;b&gt;Pharmacie") && wrong.body.contains("href=\"#words\""))
        let saved = try await admin.post(
            Self.base + "/medicine", ["title": "Pharmacie", "words": "Demandez laquelle.\nNotez <l’heure>.", "shown": "yes"])
        #expect(saved.location == Self.base + "?fait=1")
        let after = try await odile.get(call)
        #expect(after.body.contains("<p>Demandez laquelle.</p><p>Notez &lt;l’heure&gt;.</p>"))
        #expect(try await admin.get(Self.base + "/medicine").body.contains("Revenir au texte"))
        _ = try await admin.post(Self.base + "/medicine/retour", [:])
        #expect(try await !odile.get(call).body.contains("Demandez laquelle"))
        #expect(try await odile.get(Self.base).status == 404)
        #expect(try await admin.get(Self.base + "/rien").status == 404)
    }
}
