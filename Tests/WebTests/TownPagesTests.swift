import Domain
import HTTPTypes
import Mail
import TestSupport
import Testing
import UseCases

@Suite struct TownPagesTests {
    static let paths = [
        "", "accessibilite", "mentions-legales", "vos-donnees", "aide", "contact", "contact/recu", "plan-du-site", "signaler",
        "signaler/recu",
    ]

    @Test(arguments: ["fr", "en"]) func everyCompulsoryPageSpeaksBothLanguages(_ language: String) async throws {
        let test = try await TestHouse()
        let client = try SiteClient(test)
        client.headers[.acceptLanguage] = language
        for path in Self.paths {
            let answer = try await client.get("/t/clairval/\(path)")
            #expect(answer.status == 200, "\(path)")
            #expect(answer.body.contains("<html lang=\"\(language)\">"))
            #expect(!answer.body.contains("⟦"), "\(path)")
            #expect(answer.body.contains("04 00 00 00 00"), "the town’s telephone on \(path)")
            #expect(answer.body.contains("/t/clairval/accessibilite"), "the mention on \(path)")
        }
    }

    @Test func theStatementFollowsTheTemplate() async throws {
        let test = try await TestHouse()
        let body = try await SiteClient(test).get("/t/clairval/accessibilite").body
        for words in [
            "article 47 de la loi n° 2005-102", "Accessibilité : non conforme", "Défenseur des droits, Libre réponse 71120",
            "https://formulaire.defenseurdesdroits.fr/", "https://www.defenseurdesdroits.fr/saisir/delegues",
        ] {
            #expect(body.replacing("\u{A0}", with: " ").contains(words), "\(words)")
        }
    }

    @Test func theSiteMapLeadsOnlyToPagesThatExist() async throws {
        let test = try await TestHouse()
        let client = try SiteClient(test)
        let body = try await client.get("/t/clairval/plan-du-site").body
        let links = body.split(separator: "href=\"/t/clairval").dropFirst().map { String($0.prefix { $0 != "\"" }) }
        #expect(links.count > 15)
        for link in Set(links) where !link.hasPrefix("/logo") {
            #expect(try await client.get("/t/clairval" + link).status < 400, "\(link)")
        }
    }

    @Test func aMachineIsThankedAndNotHeard() async throws {
        let test = try await TestHouse()
        let client = try SiteClient(test)
        let answer = try await client.post("/t/clairval/contact", ["words": "Spam", "email": "a@b.test", "website": "https://spam"])
        #expect(answer.location == "/t/clairval/contact/recu")
        await test.work()
        #expect(test.mailer.sent.isEmpty)
    }

    @Test func aRefusedMessageKeepsWhatWasTyped() async throws {
        let test = try await TestHouse()
        let answer = try await SiteClient(test).post("/t/clairval/signaler", ["words": "<b>gras</b>", "email": "pas-une-adresse"])
        #expect(answer.status == 422)
        #expect(answer.body.contains("&lt;b&gt;gras"))
        #expect(answer.body.contains("value=\"pas-une-adresse\""))
        #expect(answer.body.contains("href=\"#subject\""))
    }

    @Test func messagesAreRationed() async throws {
        let test = try await TestHouse()
        let client = try SiteClient(test, throttled: true)
        var statuses: [Int] = []
        for _ in 1...6 { statuses.append(try await client.post("/t/clairval/contact", ["words": "Bonjour", "email": "a@b.test"]).status) }
        #expect(statuses == [303, 303, 303, 303, 303, 429])
    }

    @Test func machinesAreToldWhatToLeaveAloneAndWhomToWarn() async throws {
        let test = try await TestHouse()
        let client = try SiteClient(test)
        let robots = try await client.get("/robots.txt").body
        for path in ["/suivi/", "/connexion", "/mon-compte", "/administration"] { #expect(robots.contains("Disallow: /t/*\(path)")) }
        let security = try await client.get("/.well-known/security.txt").body
        #expect(security.contains("Contact: http://entraide.test/t/clairval/contact\n"))
        #expect(security.contains("Expires: 2027-10-"))
    }
}
