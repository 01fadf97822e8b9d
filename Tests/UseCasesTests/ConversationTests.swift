import Database
import Domain
import Mail
import Persistence
import Secrets
import TestSupport
import Testing

@testable import UseCases

@Suite struct ConversationTests {
    struct Scene {
        var test: TestHouse
        var link: TrackingDoor
        var request: ID<HelpRequest>
        var match: Match

        var asker: ConversationDoor { .tracking(link) }
        var helper: ConversationDoor { .match(match.id, Actor(person: match.helper)) }
        var conversations: Conversations { Conversations(test.house) }

        /// Karim said yes to a request that was just made; the mails of that went out.
        init(_ engine: Engine = .sqlite, _ changes: [String: String] = [:]) async throws {
            test = try await TestHouse(on: engine)
            try await test.makeHelper(test.cast.karim)
            let created = try await test.ask(changes)
            link = .link(created.tracking)
            request = created.request.id
            match = try await test.sayYes(test.cast.karim, to: request)
            await test.work()
        }

        func say(_ text: String, _ door: ConversationDoor, sure: Bool = false, id: ID<Message>? = nil) async throws -> Conversations.Sending
        {
            let form = MessageForm(["message": text, "sure": sure ? "yes" : ""])
            return try await conversations.send(form, id: id, through: door, in: test.town)
        }

        func texts(_ door: ConversationDoor) async throws -> [String] {
            try await conversations.open(door, in: test.town).messages.map(\.body)
        }

        func news(to address: String) -> [MailMessage] {
            test.mailer.sent.filter { $0.to.address == address && $0.subject.contains("message") }
        }
    }

    @Test(arguments: Engine.all) func bothSidesReadWhatTheOtherWrote(_ engine: Engine) async throws {
        let scene = try await Scene(engine)
        #expect(try await scene.say("Que vous faut-il ?", scene.helper) == .sent)
        scene.test.clock.move(.minutes(1))
        #expect(try await scene.say("Des pommes.", scene.asker) == .sent)
        #expect(try await scene.texts(scene.asker) == ["Que vous faut-il ?", "Des pommes."])
        #expect(try await scene.texts(scene.helper) == ["Que vous faut-il ?", "Des pommes."])
        let seen = try await scene.conversations.open(scene.asker, in: scene.test.town)
        #expect(seen.otherName == "Karim R.")
        #expect(seen.messages.map(\.author) == [.helper, .asker])
        let stored: [UInt8]? = try await scene.test.house.read(scene.test.town.town) { scope in
            try scope.sql.value("/* test */ SELECT body FROM messages WHERE town_id = \(scope.town) ORDER BY sent_at LIMIT 1")
        }
        #expect(!String(decoding: stored ?? [], as: UTF8.self).contains("faut-il"))
    }

    @Test(arguments: Engine.all) func theSameFormTwiceIsOneMessage(_ engine: Engine) async throws {
        let scene = try await Scene(engine)
        let id = try await scene.conversations.open(scene.helper, in: scene.test.town).nextMessage
        for _ in 0..<2 { _ = try await scene.say("Bonjour", scene.helper, id: id) }
        #expect(try await scene.texts(scene.asker) == ["Bonjour"])
    }

    @Test(arguments: Engine.all) func newsComeWithoutTheWordsAndAtMostOnceInTenMinutes(_ engine: Engine) async throws {
        let scene = try await Scene(engine)
        for text in ["Un secret", "Deux"] {
            _ = try await scene.say(text, scene.helper)
            scene.test.clock.move(.seconds(1))
        }
        await scene.test.work()
        let first = scene.news(to: "jeanne@clairval.test")
        #expect(first.count == 1)
        #expect(first.first.map { $0.text.contains("secret") || ($0.html ?? "").contains("secret") } == false)
        let url = try #require(first.first?.text.firstMatch(of: /\/suivi\/([A-Za-z0-9_-]{43})\/conversation/)?.output.1)
        let token = try #require(Token(text: url))
        #expect(try await scene.texts(.tracking(.link(token))) == ["Un secret", "Deux"])
        scene.test.clock.move(.minutes(5))
        _ = try await scene.say("Trois", scene.helper)
        await scene.test.work()
        #expect(scene.news(to: "jeanne@clairval.test").count == 1)
        scene.test.clock.move(.minutes(5))
        await scene.test.work()
        #expect(scene.news(to: "jeanne@clairval.test").count == 2)
        scene.test.clock.move(.minutes(10))
        await scene.test.work()
        #expect(scene.news(to: "jeanne@clairval.test").count == 2)
    }

    @Test func whoHasAnsweredIsNotToldAgain() async throws {
        let scene = try await Scene()
        _ = try await scene.say("Un", scene.helper)
        await scene.test.work()
        scene.test.clock.move(.minutes(2))
        _ = try await scene.say("Deux", scene.helper)
        scene.test.clock.move(.minutes(2))
        _ = try await scene.say("J’ai lu", scene.asker)
        scene.test.clock.move(.minutes(10))
        await scene.test.work()
        #expect(scene.news(to: "jeanne@clairval.test").count == 1)
        #expect(scene.news(to: "karim@clairval.test").count == 1)
    }

    @Test(arguments: Engine.all) func nobodyElseComesIn(_ engine: Engine) async throws {
        let scene = try await Scene(engine)
        let other = try await scene.test.ask(["firstName": "Paul", "email": "paul@clairval.test"])
        let strangers: [ConversationDoor] = [
            .match(scene.match.id, Actor(person: scene.test.cast.lucie.id)), .match(scene.match.id, .visitor),
            .match(scene.match.id, Actor(person: scene.test.cast.administrator.id, roles: [Role(.administrator)])),
            .tracking(.link(other.tracking)), .tracking(.link(Token())),
            .tracking(.account(scene.request, Actor(person: scene.test.cast.lucie.id))),
        ]
        for door in strangers {
            await #expect(throws: Refusal.notFound) { try await scene.conversations.open(door, in: scene.test.town) }
            await #expect(throws: Refusal.notFound) { try await scene.say("Bonjour", door) }
            await #expect(throws: Refusal.notFound) { try await scene.say("https://exemple.test", door) }
            await #expect(throws: Refusal.notFound) {
                try await scene.conversations.share(.phone, true, through: door, in: scene.test.town)
            }
        }
        for door in [scene.helper, scene.asker] {
            await #expect(throws: Refusal.notFound) { try await scene.conversations.open(door, in: scene.test.elsewhere) }
        }
        #expect(try await scene.texts(scene.helper).isEmpty)
    }

    @Test(arguments: Engine.all) func contactsShowOnlyWhenBothAgreeAndUntilOneTakesItBack(_ engine: Engine) async throws {
        let scene = try await Scene(engine, ["phone": "04 90 00 00 09"])
        let town = scene.test.town
        try await scene.conversations.share(.phone, true, through: scene.helper, in: town)
        #expect(try await scene.conversations.open(scene.asker, in: town).contact.seen.isEmpty)
        for _ in 0..<2 { try await scene.conversations.share(.email, true, through: scene.asker, in: town) }
        #expect(try await scene.conversations.open(scene.asker, in: town).contact.seen == [.phone: "06\u{A0}00\u{A0}00\u{A0}00\u{A0}02"])
        #expect(try await scene.conversations.open(scene.helper, in: town).contact.seen == [.email: "jeanne@clairval.test"])
        let journal: [String] = try await scene.test.house.read(town.town) { scope in
            try scope.sql.values(
                "/* test */ SELECT action FROM journal WHERE town_id = \(scope.town) AND purpose = 'relay' ORDER BY action")
        }
        #expect(journal == ["read_contact", "read_contact", "revealed", "revealed"])
        try await scene.conversations.share(.email, false, through: scene.asker, in: town)
        #expect(try await scene.conversations.open(scene.asker, in: town).contact.seen.isEmpty)
        #expect(try await scene.conversations.open(scene.helper, in: town).contact.seen.isEmpty)
    }

    @Test(arguments: Engine.all) func whoHasOnlyATelephoneIsRungOrTheHelperCalls(_ engine: Engine) async throws {
        let scene = try await Scene(engine, ["email": "", "phone": "04 90 00 00 01"])
        for text in ["Un", "Deux"] { _ = try await scene.say(text, scene.helper) }
        #expect(try await scene.test.ringBacks(scene.request) == ["matched", "message"])
        #expect(try await scene.conversations.open(scene.helper, in: scene.test.town).isByTelephone == false)
        let asker = try #require(try await scene.test.request(scene.request)?.asker)
        let consent = Consent(
            id: scene.test.house.world.id(), person: asker, purpose: .sharePhone, subject: scene.request.bytes, textVersion: "1",
            channel: .phone, collectedBy: scene.test.cast.martine.id, givenAt: scene.test.clock.now)
        try await scene.test.house.write(scene.test.town.town) { try Consents($0).insert(consent) }
        let seen = try await scene.conversations.open(scene.helper, in: scene.test.town)
        #expect(seen.isByTelephone)
        #expect(seen.contact.seen == [.phone: "04\u{A0}90\u{A0}00\u{A0}00\u{A0}01"])
    }

    @Test func aRiskyMessageWaitsForASecondYes() async throws {
        let scene = try await Scene()
        await #expect(throws: TextConcern.self) { try await scene.say("Mon numéro : 06 12 34 56 78", scene.helper) }
        #expect(try await scene.texts(scene.helper).isEmpty)
        #expect(try await scene.say("Bonjour !", scene.helper) == .sent)
        #expect(try await scene.say("Mon numéro : 06 12 34 56 78", scene.helper, sure: true) == .sent)
        #expect(try await scene.texts(scene.asker).count == 2)
    }

    private func decide(_ form: [String: String], _ test: TestHouse) async throws {
        let actor = Actor(person: test.cast.moderator.id, roles: [Role(.moderator)])
        let moderation = TextModeration(test.house)
        let text = try #require(try await moderation.desk(skipping: [], by: actor, in: test.town).text)
        #expect(text.kind == .message && text.text == "Mon numéro : 06 12 34 56 78")
        for _ in 1...2 {
            try await moderation.decide(form, on: text.kind, text.subject, fingerprint: text.fingerprint, by: actor, in: test.town)
        }
    }

    @Test(arguments: Engine.all) func aFirstMessageThatIsHeldGoesOnceApproved(_ engine: Engine) async throws {
        let scene = try await Scene(engine)
        let id: ID<Message> = scene.test.house.world.id()
        for _ in 1...2 {
            #expect(try await scene.say("Mon numéro : 06 12 34 56 78", scene.helper, sure: true, id: id) == .held)
        }
        await scene.test.work()
        #expect(try await scene.texts(scene.helper).count == 1)
        #expect(try await scene.texts(scene.asker).isEmpty)
        #expect(scene.news(to: "jeanne@clairval.test").isEmpty)
        // What follows is a first message still: nothing has reached the other.
        scene.test.clock.move(.seconds(1))
        #expect(try await scene.say("Ou écrivez à k@exemple.fr", scene.helper, sure: true) == .held)
        scene.test.clock.move(.minutes(5))
        try await decide(["decision": "publish"], scene.test)
        await scene.test.work()
        #expect(try await scene.texts(scene.asker) == ["Mon numéro : 06 12 34 56 78"])
        #expect(scene.news(to: "jeanne@clairval.test").count == 1)
    }

    @Test(arguments: Engine.all) func aHeldMessageThatIsRefusedIsToldToItsAuthorOnly(_ engine: Engine) async throws {
        let scene = try await Scene(engine)
        #expect(try await scene.say("Mon numéro : 06 12 34 56 78", scene.helper, sure: true) == .held)
        try await decide(["decision": "refuse", "reason": "personal_data"], scene.test)
        await scene.test.work()
        #expect(try await scene.texts(scene.asker).isEmpty)
        #expect(try await scene.conversations.open(scene.helper, in: scene.test.town).messages.map(\.review) == [.refused])
        #expect(scene.news(to: "jeanne@clairval.test").isEmpty)
    }

    @Test func aWithdrawnMatchIsClosedToTheAskerAndSilent() async throws {
        let scene = try await Scene()
        try await Matching(scene.test.house).withdraw(scene.match.id, by: Actor(person: scene.match.helper), in: scene.test.town)
        await #expect(throws: Refusal.notFound) { try await scene.conversations.open(scene.asker, in: scene.test.town) }
        await #expect(throws: Refusal(.conflict, "refusal.conversationOver")) { try await scene.say("Bonjour", scene.helper) }
        #expect(try await scene.conversations.list(of: scene.match.helper, in: scene.test.town).asHelper.map(\.line.status) == [.withdrawn])
    }
}
