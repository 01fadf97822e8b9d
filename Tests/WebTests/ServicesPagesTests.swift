import Domain
import HTTPTypes
import Persistence
import Secrets
import TestSupport
import Testing
import UseCases

@Suite struct ServicesPagesTests {
    private static let list = "/t/clairval/administration/services"

    private func form(_ changes: [String: String] = [:]) -> [String: String] {
        [
            "name": "Bains-douches", "description-fr": "Douche et savon.", "description-en": "Shower and soap.", "topic-hygiene": "yes",
            "phone1": "04 65 71 00 02", "helps": "none", "zone": "all", "free": "yes", "checkedOn": "2026-11-21", "hours-6": "8 h - 12 h",
            "hours-1": "8 h - 12 h, 14 h - 18 h 30",
        ].merging(changes) { $1 }
    }

    private func boss(_ test: TestHouse) async throws -> SiteClient {
        let client = try SiteClient(test)
        try await client.signIn(test.cast.administrator)
        return client
    }

    /// French spacing made plain.
    private func words(_ answer: SiteClient.Answer) -> String { answer.body.replacing("\u{A0}", with: " ") }

    @Test func everybodyReadsTheDirectoryInTwoLanguages() async throws {
        let test = try await TestHouse()
        let client = try SiteClient(test)
        #expect(try await client.get("/t/clairval/services").body.contains("Aucun service dans l’annuaire"))
        #expect(try await !client.get("/t/clairval/").body.contains("/t/clairval/services"), "nothing leads to an empty page")
        try await test.addService("Épicerie <b>du Lac</b>", ["zone": "some", "zone-le-lac": "yes"])
        try await test.addService("Bains", ["topic-food": "", "topic-hygiene": "yes", "hours-6": "14 h - 16 h", "holidays": "yes"])
        let page = words(try await client.get("/t/clairval/services"))
        for part in [
            "Épicerie &lt;b&gt;du Lac&lt;/b&gt;", "Ouvert maintenant, jusqu’à 12 h", "Fermé, ouvre aujourd’hui à 14 h",
            "href=\"tel:0465710001\"",
            "Samedi : 9 h à 12 h", "Fermé les jours fériés", "Seulement pour : Le Lac", "Vérifié le vendredi 20 novembre 2026",
            "data-print",
        ] { #expect(page.contains(part), "\(part)") }
        #expect(page.firstRange(of: "Épicerie")!.lowerBound < page.firstRange(of: "Bains")!.lowerBound, "open ones first")
        for (path, part) in [("", "/t/clairval/services"), ("aide", "Annuaire des services"), ("plan-du-site", "Annuaire des services")] {
            #expect(try await client.get("/t/clairval/\(path)").body.contains(part), "\(path)")
        }
        client.headers[.acceptLanguage] = "en"
        let english = words(try await client.get("/t/clairval/services"))
        #expect(english.contains("Open now, until 12 pm"))
        #expect(english.contains("lang=\"fr\""), "what was written in French only is read in French")
    }

    @Test(arguments: [
        ("theme=hygiene", ["Bains"]), ("theme=food", ["Lac"]), ("ouvert=1", ["Lac"]), ("quartier=le-lac", ["Lac", "Bains"]),
        ("quartier=les-tilleuls", ["Bains"]), ("theme=nothing&quartier=nowhere", ["Lac", "Bains"]), ("theme=hygiene&ouvert=1", []),
    ])
    func oneChoosesByNeedQuartierAndHour(_ query: String, _ names: [String]) async throws {
        let test = try await TestHouse()
        try await test.addService("Lac", ["zone": "some", "zone-le-lac": "yes"])
        try await test.addService("Bains", ["topic-food": "", "topic-hygiene": "yes", "hours-6": ""])
        let page = try await SiteClient(test).get("/t/clairval/services?\(query)")
        #expect(page.status == 200)
        for name in ["Lac", "Bains"] { #expect(page.body.contains("card-title\">\(name)<") == names.contains(name), "\(name)") }
        #expect(page.body.contains("Aucun service ne correspond") == names.isEmpty)
    }

    @Test func theAdministratorAddsChangesChecksAndRemoves() async throws {
        let test = try await TestHouse()
        let client = try await boss(test)
        #expect(try await client.get(Self.list + "/nouveau").status == 200)
        #expect(try await client.post(Self.list + "/nouveau", form(["checkedOn": "2026-05-21"])).location == Self.list + "?enregistre=1")
        let page = try await client.get(Self.list)
        #expect(page.body.contains("Bains-douches") && page.body.contains("vérifié depuis six mois") && page.body.contains("badge warning"))
        let one = String(try #require(page.body.firstMatch(of: /\/t\/clairval\/administration\/services\/[0-9a-f-]{36}/)?.output))
        #expect(words(try await client.get(one)).contains("value=\"8 h - 12 h, 14 h - 18 h 30\""))
        #expect(try await client.post(one + "/verification").status == 303)
        #expect(try await !client.get(Self.list).body.contains("vérifié depuis six mois"))
        #expect(try await client.post(one, form(["name": "Douches", "hours-7": "24 h/24"])).status == 303)
        #expect(try await client.get("/t/clairval/services").body.contains("Douches"))
        #expect(try await client.get(one + "/retrait").body.contains("Douches"))
        #expect(try await client.post(one + "/retrait").status == 303)
        #expect(try await !client.get("/t/clairval/services").body.contains("Douches"))
        #expect(try await client.get(one).status == 404)
    }

    @Test func aRefusedFormKeepsWhatWasTyped() async throws {
        let test = try await TestHouse()
        let client = try await boss(test)
        let refused = try await client.post(
            Self.list + "/nouveau", form(["hours-2": "le matin", "web": "javascript:alert(1)", "topic-hygiene": "", "zone": "some"]))
        #expect(refused.status == 422)
        for part in [
            "Bains-douches", "le matin", "href=\"#hours-2\"", "href=\"#web\"", "href=\"#topic\"", "id=\"topic\"", "href=\"#zone\"",
        ] {
            #expect(refused.body.contains(part), "\(part)")
        }
        #expect(!refused.body.contains("href=\"javascript:"))
    }

    @Test func whoWaitsLongReadsWhomElseToCall() async throws {
        let test = try await TestHouse()
        try await test.addService()
        let created = try await MatchedScene.ask(["when": "every", "rhythm": "weekly"], in: test)
        try await test.house.write(test.town.town) { scope in
            var request = created.request
            request.rung = .referent
            try HelpRequests(scope).save(request, mayBePublic: true)
        }
        let page = words(try await SiteClient(test).get("/t/clairval/suivi/\(created.tracking.text)"))
        #expect(page.contains("Vous pouvez aussi appeler") && page.contains("tel:0465710001") && page.contains("jusqu’à 12 h"))
    }
}
