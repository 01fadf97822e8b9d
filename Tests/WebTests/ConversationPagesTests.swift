import Domain
import HTTPTypes
import Secrets
import TestSupport
import Testing
import UseCases

@Suite struct ConversationPagesTests {
    static let attacks = [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "</textarea><script>alert(1)</script>", "<svg/onload=alert(1)>",
        "javascript:alert(1)", "&lt;script&gt;", "'-alert(1)-'", "<a href=javascript:alert(1)>x</a>", "{{7*7}}", "\u{202E}gnp.exe",
        "<!--", "]]>", "<math><mi//xlink:href=\"data:x,<script>alert(1)</script>\">",
    ]

    @Test func bothWriteAndReadWithoutAnAddressInSight() async throws {
        let scene = try await MatchedScene()
        let sent = try await scene.karim.post(scene.conversation, ["message": "Que vous faut-il ?"])
        #expect(sent.status == 303)
        _ = try await scene.asker.post(scene.tracking + "/conversation", ["message": "Des pommes"])
        for (client, path, other) in [
            (scene.karim, scene.conversation, "Jeanne D."), (scene.asker, scene.tracking + "/conversation", "Karim R."),
        ] {
            let page = try await client.get(path)
            #expect(page.status == 200)
            for words in ["Que vous faut-il", "Des pommes", other] { #expect(page.body.contains(words)) }
            for secret in ["Rahmani", "Durand", "@clairval.test", "06\u{A0}00", "04\u{A0}90", "Lilas"] {
                #expect(!page.body.contains(secret))
            }
        }
    }

    @Test func theRulesOnMoneyTheInsuranceAndTheEmergencyNumbersAreInSight() async throws {
        let scene = try await MatchedScene()
        for (client, path) in [(scene.karim, scene.conversation), (scene.asker, scene.tracking + "/conversation")] {
            let page = try await client.get(path).body
            for words in [
                "jamais de chèque en blanc", "50 euros au plus", "ticket de caisse", "La ville ne demande jamais d’argent",
                "responsabilité civile", "tel:112", "sms:114",
            ] { #expect(page.contains(words), "\(words)") }
        }
    }

    @Test func whatIsTypedNeverBecomesMarkup() async throws {
        let scene = try await MatchedScene(["details": Self.attacks[0], "firstName": "<b>Jeanne</b>", "lastName": "\"><i>"])
        for attack in Self.attacks {
            _ = try await scene.karim.post(scene.conversation, ["message": attack, "sure": "yes"])
            let warned = try await scene.karim.post(scene.conversation, ["message": attack + " 06 12 34 56 78"])
            #expect(warned.status == 422)
            #expect(!Self.isPierced(warned.body))
        }
        for page in [
            try await scene.asker.get(scene.tracking + "/conversation"), try await scene.karim.get(scene.conversation),
            try await scene.karim.get("/t/clairval/conversations"), try await scene.asker.get(scene.tracking),
            try await scene.asker.get(scene.tracking + "/changement"),
        ] {
            #expect(page.status == 200)
            #expect(!Self.isPierced(page.body))
        }
        #expect(try await scene.asker.get(scene.tracking + "/conversation").body.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    }

    private static func isPierced(_ html: String) -> Bool {
        [
            "<script>alert", "<img", "<svg/onload", "<a href=javascript", "<math", "<!--", "<b>Jeanne", "<i>", "\u{202E}",
            "href=\"javascript",
        ]
        .contains { html.contains($0) }
    }

    @Test func aRiskyMessageKeepsItsTextUntilItIsSentAllTheSame() async throws {
        let scene = try await MatchedScene()
        let text = "Appelez le 06 12 34 56 78 & dites « bonjour »"
        let warning = try await scene.karim.post(scene.conversation, ["message": text])
        #expect(warning.status == 422)
        #expect(warning.body.contains("Envoyer tel quel"))
        #expect(warning.body.contains("« 06 12 34 56 78 »"))
        #expect(warning.body.contains("Appelez le 06 12 34 56 78 &amp; dites"))
        #expect(try await !scene.karim.get(scene.conversation).body.contains("06 12 34 56 78"))
        #expect(try await scene.karim.post(scene.conversation, ["message": text, "sure": "yes"]).status == 303)
        let own = try await scene.karim.get(scene.conversation).body
        #expect(own.contains("06 12 34 56 78") && own.contains("attend d’être lu"))
        #expect(try await !scene.asker.get(scene.tracking + "/conversation").body.contains("06 12 34 56 78"))
        let card = try await scene.karim.post(scene.conversation, ["message": "4111 1111 1111 1111", "sure": "yes"])
        #expect(card.status == 422)
        #expect(card.body.contains("N’écrivez jamais un numéro de carte"))
    }

    @Test func emptyLongAndOversizedMessagesAreRefused() async throws {
        let scene = try await MatchedScene()
        #expect(try await scene.karim.post(scene.conversation, ["message": "  "]).status == 422)
        let long = String(repeating: "a", count: 2_001)
        let refused = try await scene.karim.post(scene.conversation, ["message": long])
        #expect(refused.status == 422)
        #expect(refused.body.contains(long))
        #expect(try await scene.karim.post(scene.conversation, ["message": String(repeating: "a", count: 70_000)]).status == 413)
        let json = try await scene.karim.send(.post, scene.conversation, body: "{}", type: "application/json")
        #expect(json.status == 422)
    }

    @Test func aFormSentTwiceIsOneMessage() async throws {
        let scene = try await MatchedScene()
        let page = try await scene.karim.get(scene.conversation).body
        let id = String(try #require(page.firstMatch(of: /name="id" value="([0-9a-f-]{36})"/)?.output.1))
        for _ in 0..<2 { _ = try await scene.karim.post(scene.conversation, ["message": "Une seule fois", "id": id]) }
        #expect(try await scene.karim.get(scene.conversation).body.matches(of: /Une seule fois/).count == 1)
    }

    @Test func theOutsiderSeesNothing() async throws {
        let scene = try await MatchedScene()
        let other = try await MatchedScene.ask(["firstName": "Paul", "email": "paul@clairval.test"], in: scene.test)
        let id = String(scene.conversation.dropFirst("/t/clairval".count))
        let visitor = try SiteClient(scene.test)
        #expect(try await visitor.get(scene.conversation).location == "/t/clairval/connexion?retour=" + scene.conversation)
        let lucie = try SiteClient(scene.test)
        try await lucie.signIn(scene.test.cast.lucie)
        let staff = try SiteClient(scene.test)
        try await staff.signIn(scene.test.cast.martine)
        let olga = try SiteClient(scene.test)
        try await olga.signIn(scene.test.cast.olga, in: scene.test.elsewhere)
        let token = String(scene.tracking.split(separator: "/").last ?? "")
        for (client, path) in [
            (lucie, scene.conversation), (staff, scene.conversation), (olga, "/t/ailleurs" + id),
            (visitor, "/t/clairval/suivi/\(other.tracking.text)/conversation"), (visitor, "/t/ailleurs/suivi/\(token)/conversation"),
            (lucie, "/t/clairval/mon-compte/demandes/\(scene.request.text)"), (lucie, "/t/clairval/conversations/nonsense"),
        ] {
            #expect(try await client.get(path).status == 404, "\(path)")
            #expect(try await client.post(path + (path.contains("mon-compte") ? "/annulation" : ""), ["message": "x"]).status == 404)
        }
        for path in ["/suite", "/retrait", "/partage"] {
            let form = ["result": "helped", "kind": "phone", "shown": "yes"]
            #expect(try await lucie.post(scene.conversation + path, form).status == 404, "\(path)")
        }
        #expect(try await lucie.get("/t/clairval/conversations").body.contains("Pas encore de conversation"))
        #expect(try await scene.asker.get(scene.tracking).body.contains("Karim R. vous aide"))
    }

    @Test func aTelephoneIsShownWhenBothAgreeAndHiddenAgain() async throws {
        let scene = try await MatchedScene()
        let page = scene.tracking + "/conversation"
        _ = try await scene.asker.post(page + "/partage", ["kind": "phone", "shown": "yes"])
        #expect(try await !scene.karim.get(scene.conversation).body.contains("04\u{A0}90"))
        _ = try await scene.karim.post(scene.conversation + "/partage", ["kind": "phone", "shown": "yes"])
        #expect(try await scene.karim.get(scene.conversation).body.contains("04\u{A0}90\u{A0}00\u{A0}00\u{A0}09"))
        #expect(try await scene.asker.get(page).body.contains("06\u{A0}00\u{A0}00\u{A0}00\u{A0}02"))
        _ = try await scene.karim.post(scene.conversation + "/partage", ["kind": "phone", "shown": "no"])
        #expect(try await !scene.asker.get(page).body.contains("06\u{A0}00"))
        #expect(try await scene.karim.post(scene.conversation + "/partage", ["kind": "address"]).status == 422)
    }

    @Test func aHelperWhoCannotComeSaysSoAndOthersAreAsked() async throws {
        let scene = try await MatchedScene()
        #expect(try await scene.karim.get(scene.conversation + "/retrait").body.contains("Oui, je renonce"))
        for _ in 0..<2 { #expect(try await scene.karim.post(scene.conversation + "/retrait").status == 303) }
        let tracking = try await scene.asker.get(scene.tracking).body
        #expect(tracking.contains("Nous demandons à des voisins"))
        #expect(!tracking.contains("Karim"))
        #expect(try await scene.asker.get(scene.tracking + "/conversation").status == 404)
        #expect(try await scene.karim.post(scene.conversation, ["message": "Bonjour"]).status == 409)
    }

    @Test func theHelperSaysHowItWentOnce() async throws {
        let scene = try await MatchedScene()
        let question = try await scene.karim.get(scene.conversation + "/suite").body
        #expect(question.contains("value=\"not_helped.could_not_reach\""))
        #expect(try await scene.karim.post(scene.conversation + "/suite", ["result": "not_helped"]).status == 422)
        #expect(try await scene.karim.post(scene.conversation + "/suite", ["result": "not_helped.could_not_reach"]).status == 303)
        #expect(try await scene.karim.get(scene.conversation + "/suite").body.contains("Merci de nous l’avoir dit"))
        #expect(try await !scene.karim.get(scene.conversation).body.contains("Dire comment cela s’est passé"))
        #expect(try await scene.asker.get(scene.tracking).body.contains("Dire comment cela s’est passé"))
    }

    @Test func theListNamesTheOtherByInitialOnly() async throws {
        let scene = try await MatchedScene()
        let list = try await scene.karim.get("/t/clairval/conversations").body
        #expect(list.contains("Jeanne D."))
        #expect(!list.contains("Durand"))
    }
}
