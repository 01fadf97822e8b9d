import Domain
import Persistence
import Secrets
import TestSupport
import Testing
import UseCases

@Suite struct RetentionPagesTests {
    private static let base = "/t/clairval/dpo/conservation"

    private func officer() async throws -> (TestHouse, SiteClient) {
        let test = try await TestHouse()
        let client = try SiteClient(test)
        try await client.signIn(test.cast.officer)
        return (test, client)
    }

    @Test func theOfficerSeesEveryRuleAndWhatTonightWouldTake() async throws {
        let (test, client) = try await officer()
        let old = test.clock.now - .days(31)
        try await test.house.write(test.town.town) { [house = test.house] scope in
            try OutboundMails(scope).insert(
                OutboundMail(
                    id: house.world.id(), recipient: EmailAddress("secret@clairval.test")!,
                    letter: Letter(kind: "t", subject: "s", paragraphs: []), language: "fr", createdAt: old))
        }
        let page = try await client.get(Self.base)
        #expect(page.status == 200)
        for rule in RetentionRule.all { #expect(page.body.contains("/dpo/conservation/regles/\(rule.subject.rawValue)")) }
        #expect(page.body.contains("1 part<") && page.body.contains("Rien n’est encore parti"))
    }

    @Test func aTermWithinTheBoundsIsInForceAndSaidToThePublic() async throws {
        let (_, client) = try await officer()
        let refused = try await client.post(Self.base + "/regles/messages", ["term": "13", "approval": "visa 12"])
        #expect(refused.status == 422 && refused.body.contains("entre 1 et 12") && refused.body.contains("visa 12"))
        #expect(try await client.get("/t/clairval/vos-donnees").body.contains("Les messages : 6 mois"))
        let saved = try await client.post(Self.base + "/regles/messages", ["term": "9", "approval": "visa 12"])
        #expect(saved.status == 303)
        let page = try await client.get(saved.location ?? "")
        #expect(page.body.contains("9 mois") && page.body.contains("visa 12"))
        #expect(try await client.get("/t/clairval/vos-donnees").body.contains("Les messages : 9 mois"))
        #expect(try await client.get(Self.base + "/regles/nothing").status == 404)
    }

    @Test func aSlipSaysWhatWentAndNamesNobody() async throws {
        let (test, client) = try await officer()
        let run = RetentionRun(
            id: test.house.world.id(), subject: .messages, fate: .deleted, term: .months(6), approval: "visa 7",
            span: RetentionSpan(count: 41, first: test.clock.now - .days(300), last: test.clock.now - .days(200)),
            startedAt: test.clock.now, finishedAt: test.clock.now)
        try await test.house.write(test.town.town) { try RetentionRuns($0).add(run) }
        #expect(try await client.get(Self.base).body.contains("bordereaux/\(run.id.text)"))
        let slip = try await client.get(Self.base + "/bordereaux/\(run.id.text)")
        for word in ["Bordereau d’élimination", "41", "Messages", "visa 7", "6 mois"] { #expect(slip.body.contains(word), "\(word)") }
        #expect(try await client.get("/t/ailleurs/dpo/conservation/bordereaux/\(run.id.text)").status != 200)
        let administrator = try SiteClient(test)
        try await administrator.signIn(test.cast.administrator)
        #expect(try await administrator.get(Self.base + "/bordereaux/\(run.id.text)").status == 404)
        #expect(try await administrator.post(Self.base + "/regles/messages", ["term": "9"]).status == 404)
    }

    @Test func aRequestNearItsEndIsKeptByOneButton() async throws {
        let (test, client) = try await officer()
        let form = AskForm([
            "category": "groceries", "when": "now", "neighbourhood": "les-tilleuls", "for": "me", "firstName": "Rose",
            "email": "rose@clairval.test", "notice": "yes",
        ])
        let created = try await Requests(test.house).ask(form, in: test.town, by: .visitor, language: "fr", door: .web)
        let path = "/t/clairval/suivi/\(created.tracking.text)"
        #expect(try await !client.get(path).body.contains("/maintien"))
        let (rule, town, now) = (try #require(RetentionRule.of(.unansweredRequests)), test.town.town, test.clock.now)
        try await test.house.write(town) { try RetentionListing(rule, in: town, now: now, $0).noteWarned(created.request.id.bytes) }
        #expect(try await client.get(path).body.contains("action=\"\(path)/maintien\""))
        let kept = try await client.post(path + "/maintien")
        #expect(kept.status == 303)
        let page = try await client.get(kept.location ?? "")
        #expect(page.body.contains("reste ouverte") && !page.body.contains("/maintien\""))
        #expect(try await client.post("/t/clairval/suivi/\(String(repeating: "A", count: 43))/maintien").status == 404)
    }
}
