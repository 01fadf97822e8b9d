import Domain
import HTTPTypes
import Persistence
import TestSupport
import Testing
import UseCases

@Suite struct JournalPagesTests {
    /// Martine looks for a caller, which the journal keeps.
    private func scene() async throws -> (TestHouse, SiteClient) {
        let test = try await TestHouse()
        let martine = try SiteClient(test)
        try await martine.signIn(test.cast.martine)
        _ = try await Callers(test.house).find(
            "04 90 00 00 01", by: Actor(person: test.cast.martine.id, roles: [Role(.referent)]), in: test.town)
        let officer = try SiteClient(test)
        try await officer.signIn(test.cast.officer)
        return (test, officer)
    }

    private func entries(_ action: JournalEntry.Action, _ test: TestHouse) async throws -> [JournalLine] {
        var filter = JournalFilter()
        filter.action = action
        return try await test.house.read(test.town.town) { [filter] in try JournalListing($0).page(filter, before: nil, limit: 20) }
    }

    @Test func theOfficerReadsActsAndNobodysName() async throws {
        let (test, officer) = try await scene()
        let page = try await officer.get("/t/clairval/dpo")
        #expect(page.status == 200 && page.body.contains("Le journal est entier") && page.body.contains("a cherché"))
        for name in ["Martine", "Jeanne", "Durand", "04 90 00 00 01", "martine@clairval.test"] {
            #expect(!page.body.contains(name), "\(name)")
        }
        for other in [test.cast.administrator, test.cast.moderator, test.cast.martine, test.cast.karim] {
            let client = try SiteClient(test)
            try await client.signIn(other)
            #expect(try await client.get("/t/clairval/dpo").status == 404)
            #expect(try await client.get("/t/clairval/dpo/journal.csv").status == 404)
            #expect(try await client.post("/t/clairval/dpo/journal/1/nom").status == 404)
        }
    }

    @Test func aFilterNarrowsAndWhatItDoesNotKnowIsLeftOut() async throws {
        let (_, officer) = try await scene()
        let base = "/t/clairval/dpo"
        #expect(try await officer.get(base + "?acte=searched&role=referent").body.contains(">a cherché</td>"))
        #expect(try await officer.get(base + "?acte=printed").body.contains("Aucune inscription"))
        #expect(try await officer.get(base + "?role=moderator").body.contains("Aucune inscription"))
        #expect(try await officer.get(base + "?au=2001-01-01").body.contains("Aucune inscription"))
        #expect(try await officer.get(base + "?acte=%27%20OR%201&du=hier&sujet=%25&avant=x").body.contains(">a cherché</td>"))
    }

    @Test func aNameIsSeenOnRequestAndTheLookIsWrittenDown() async throws {
        let (test, officer) = try await scene()
        let number = try #require(try await entries(.searched, test).first?.number)
        let path = "/t/clairval/dpo/journal/\(number)/nom"
        #expect(try await !officer.get(path).body.contains("Martine"))
        #expect(try await officer.post(path).body.contains("Martine Martin"))
        #expect(try await entries(.readContact, test).contains { $0.entry.purpose == "journal" && $0.role == "dpo" })
        #expect(try await officer.post("/t/clairval/dpo/journal/999999/nom").status == 404)
    }

    @Test func theSheetIsAnEntryAndRunsNothing() async throws {
        let (test, officer) = try await scene()
        let sheet = try await officer.get("/t/clairval/dpo/journal.csv?acte=searched")
        #expect(sheet.status == 200 && sheet.headers[.contentType]?.hasPrefix("text/csv") == true)
        let cells = sheet.body.split(separator: "\r\n").flatMap { $0.split(separator: ";") }
        #expect(cells.count >= 14 && !cells.contains { $0.hasPrefix("\"=") || $0.hasPrefix("\"+") || $0.hasPrefix("\"@") })
        #expect(try await entries(.exported, test).map(\.entry.purpose) == ["journal"])
    }
}
