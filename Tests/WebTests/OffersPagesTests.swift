import Domain
import Foundation
import HTTPTypes
import Mail
import Persistence
import TestSupport
import Testing
import UseCases
import Web

@Suite struct OffersPagesTests {
    private static let base = "/t/clairval"

    /// Fills the four pages as a browser does.
    private func offer(_ client: SiteClient, _ changes: [String: String] = [:]) async throws -> SiteClient.Answer {
        let pages = [
            ("quoi", ["category": "conversation"]), ("quand", ["days": "weekend", "part": "morning"]),
            ("ou", ["reach": "remote", "neighbourhood": "les-tilleuls"]),
            ("verification", ["details": "Zsecretdetail", "birthYear": "1984"]),
        ]
        var answer = try await client.get("\(Self.base)/propositions/nouvelle")
        for (page, fields) in pages {
            let typed = fields.merging(changes.filter { fields.keys.contains($0.key) }) { $1 }
            answer = try await client.post("\(Self.base)/propositions/nouvelle/\(page)", typed)
            guard answer.status == 303 else { return answer }
        }
        return answer
    }

    @Test func fourPagesLeadToAnOfferThatIsMine() async throws {
        let test = try await TestHouse()
        let client = try SiteClient(test)
        try await client.signIn(test.cast.karim)
        let sent = try await offer(client)
        #expect(sent.location == "/t/clairval/mon-compte/propositions?fait=proposition")
        let mine = try await client.get("\(Self.base)/mon-compte/propositions")
        #expect(mine.body.contains("Zsecretdetail") && mine.body.contains("Texte pas encore relu"))
        #expect(try await client.get("\(Self.base)/propositions/nouvelle/verification").location?.hasSuffix("/quoi") == true)
    }

    /// An attacker reads every public page: who offers, their words, their address are nowhere.
    @Test func noPublicPageTellsWhoOffers() async throws {
        let test = try await TestHouse()
        let client = try SiteClient(test)
        try await client.signIn(test.cast.karim)
        _ = try await offer(client)
        let visitor = SiteClient(test, sharing: client.website)
        let list = try await visitor.get("\(Self.base)/propositions")
        #expect(list.body.contains("Le week-end, le matin"))
        let link = try #require(list.body.firstMatch(of: /href="(\/t\/clairval\/propositions\/[0-9a-f-]{36})"/)).output.1
        let page = try await visitor.get(String(link))
        #expect(page.status == 200)
        let karim = test.cast.karim
        let secrets = [
            "Karim", "Rahmani", "karim@", "06 00 00 00 02", "0600000002", "600000002", "Zsecretdetail", "1984", karim.id.text,
        ]
        for path in [
            "/", "/demandes", "/propositions", "/propositions?categorie=conversation&lieu=a-distance", "/chiffres", "/plan-du-site",
        ] {
            let body = try await visitor.get(Self.base + path).body
            for secret in secrets { #expect(!body.contains(secret), "\(secret) in \(path)") }
        }
        for secret in secrets { #expect(!page.body.contains(secret)) }
        #expect(try await visitor.get(String(link).replacing("clairval", with: "ailleurs")).status == 404)
    }

    @Test func whoIsNotSignedInComesBackAndNothingIsLost() async throws {
        let test = try await TestHouse()
        let client = try SiteClient(test)
        let asked = try await client.get("\(Self.base)/propositions/nouvelle?categorie=conversation")
        #expect(asked.location?.contains("/connexion?retour=/t/clairval/propositions/nouvelle%3Fcategorie%3Dconversation") == true)
        // The session ends in the middle of the form.
        let typed = try await client.post("\(Self.base)/propositions/nouvelle/quoi", ["category": "conversation"])
        #expect(typed.location?.contains("/connexion?retour=") == true)
        try await client.signIn(test.cast.karim)
        let again = try await client.get("\(Self.base)/propositions/nouvelle/quoi")
        #expect(again.body.contains("value=\"conversation\" checked"))
    }

    @Test func tooYoungIsToldKindlyBesideTheField() async throws {
        let test = try await TestHouse()
        let client = try SiteClient(test)
        try await client.signIn(test.cast.karim)
        let answer = try await offer(client, ["birthYear": "2011"])
        #expect(answer.status == 422)
        #expect(answer.body.contains("Merci de vouloir aider"))
        #expect(answer.body.contains("Zsecretdetail"))
    }

    @Test func onlyItsOwnerChangesAnOffer() async throws {
        let test = try await TestHouse()
        let client = try SiteClient(test)
        try await client.signIn(test.cast.karim)
        _ = try await offer(client)
        let mine = try await client.get("\(Self.base)/mon-compte/propositions")
        let path = String(try #require(mine.body.firstMatch(of: /href="([^"]*mon-compte\/propositions\/[0-9a-f-]{36})"/)).output.1)
        let stranger = SiteClient(test, sharing: client.website)
        try await stranger.signIn(test.cast.administrator)
        for act in ["", "/pause", "/pause/fin", "/retrait"] {
            #expect(try await stranger.post(path + act, ["details": "x"]).status == 404)
        }
        #expect(try await stranger.get(path).status == 404)
        for _ in 0..<2 { #expect(try await client.post(path + "/pause").status == 303) }
        #expect(try await stranger.get("\(Self.base)/propositions").body.contains("class=\"card offer\"") == false)
        #expect(try await client.post(path + "/pause/fin").status == 303)
        #expect(try await client.post(path, ["details": String(repeating: "x", count: 301)]).status == 422)
        #expect(try await client.get(path + "/retrait").status == 200)
        #expect(try await client.post(path + "/retrait").status == 303)
        #expect(try await client.get(path).status == 404)
    }

    @Test func askingThisPersonNeedsNoAccount() async throws {
        let test = try await TestHouse()
        let client = try SiteClient(test)
        try await client.signIn(test.cast.karim)
        _ = try await offer(client)
        let visitor = SiteClient(test, sharing: client.website)
        let list = try await visitor.get("\(Self.base)/propositions")
        let link = try #require(list.body.firstMatch(of: /href="([^"]*proposition=[^"]*)"/)).output.1
        #expect(try await visitor.get(String(link).replacing("&amp;", with: "&")).location?.contains("/quand?brouillon=") == true)
        #expect(try await visitor.get("\(Self.base)/demandes/nouvelle/quand").body.contains("la personne que vous avez choisie"))
        for (page, fields) in [
            ("quand", ["when": "now"]), ("ou", ["neighbourhood": "les-tilleuls"]), ("pour-qui", ["for": "me"]), ("precisions", [:]),
            ("vous-joindre", ["firstName": "Paul", "email": "paul@clairval.test"]), ("verification", ["notice": "yes"]),
        ] {
            #expect(try await visitor.post("\(Self.base)/demandes/nouvelle/\(page)", fields).status == 303)
        }
        for _ in 0..<2 { await test.work() }
        #expect(test.mailer.sent.contains { $0.to.address == "karim@clairval.test" && $0.text.contains("a choisi votre proposition") })
    }
}

@Suite struct HelpingPagesTests {
    private func path(_ request: HelpRequest) -> String { "/t/clairval/demandes/\(request.id.text)/aide" }

    @Test func oneClickAfterReadingWhoInsuresWhat() async throws {
        let test = try await TestHouse()
        let request = try await NeedsPagesTests.ask(test, ["category": "conversation"])
        let client = try SiteClient(test)
        let asked = try await client.get(path(request))
        #expect(asked.location == "/t/clairval/connexion?retour=\(path(request))")
        try await client.signIn(test.cast.karim)
        let page = try await client.get(path(request))
        #expect(page.body.contains("Assurance et cadre") && page.body.contains("name=\"birthYear\""))
        for secret in NeedsPagesTests.secrets { #expect(!page.body.contains(secret)) }
        #expect(try await client.post(path(request), [:]).status == 422)
        let yes = try await client.post(path(request), ["birthYear": "1984"])
        #expect(yes.location?.hasPrefix("/t/clairval/conversations/") == true)
        #expect(try await client.post(path(request), [:]).location == yes.location)
        let second = SiteClient(test, sharing: client.website)
        try await second.signIn(test.cast.lucie)
        let late = try await second.post(path(request), ["birthYear": "1984"])
        #expect(late.status == 409)
        #expect(late.body.contains("Quelqu’un a déjà dit oui"))
    }

    @Test func theCharterComesFirstAndLeadsBack() async throws {
        let test = try await TestHouse()
        let request = try await NeedsPagesTests.ask(test)
        let client = try SiteClient(test)
        try await client.signIn(test.cast.karim)
        let refused = try await client.post(path(request), ["birthYear": "1984"])
        #expect(refused.status == 403)
        let charter = "/t/clairval/mon-compte/charte?retour=\(path(request))"
        #expect(refused.body.contains(charter))
        #expect(try await client.get(charter).body.contains("name=\"retour\" value=\"\(path(request))\""))
        let form = ["charter": "yes", "version": String(test.town.town.settings.charterVersion), "retour": path(request)]
        #expect(try await client.post("/t/clairval/mon-compte/charte", form).location == path(request))
        #expect(try await client.post(path(request), [:]).location?.contains("/conversations/") == true)
    }

    @Test func getChangesNothing() async throws {
        let test = try await TestHouse()
        let request = try await NeedsPagesTests.ask(test, ["category": "conversation"])
        let client = try SiteClient(test)
        try await client.signIn(test.cast.karim)
        for _ in 0..<2 { _ = try await client.get(path(request)) }
        let (match, helper) = try await test.house.read(test.town.town) { scope in
            (try Matches(scope).active(for: request.id), try Helpers(scope).find(test.cast.karim.id))
        }
        #expect(match == nil && helper == nil)
    }
}
