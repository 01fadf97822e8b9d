import Domain
import Mail
import Persistence
import Secrets
import TestSupport
import Testing
import UseCases

/// Asks for a mail and reads what it brought.
struct SignInMail {
    let browser: Token
    let link: Token
    let code: String

    init(_ test: TestHouse, to address: String, browser: Token? = nil, returnPath: String? = nil) async throws {
        let email = try #require(EmailAddress(address))
        self.browser = try await SigningIn(test.house)
            .ask(email, returnPath: returnPath, browser: browser, language: "fr", in: test.town.town)
        await test.work()
        let mail = try #require(await test.mailer.sent.last { $0.to.address == address })
        let token = try #require(mail.text.split(separator: "/connexion/lien/").dropFirst().first).prefix(43)
        link = try #require(Token(text: token))
        code = try #require(TypedCode.digits(in: mail.text.split(separator: "ce code").dropFirst().first.map(String.init) ?? ""))
    }
}

@Suite struct SigningInTests {
    private let phone = Browser(device: "Firefox, Android")

    @Test(arguments: Engine.all) func theLinkOpensOnceAndAnywhere(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let mail = try await SignInMail(test, to: "karim@clairval.test", returnPath: "/t/clairval/demandes")
        let entry = try #require(try await SigningIn(test.house).enter(by: mail.link, from: phone, in: test.town.town))
        #expect(entry.next == .inside)
        #expect(entry.returnPath == "/t/clairval/demandes")
        #expect(entry.seconds == 30 * 86_400)
        let viewer = try await SignedIn(test.house).viewer(entry.session, in: test.town.town)
        #expect(viewer?.person.id == test.cast.karim.id)
        #expect(try await SigningIn(test.house).enter(by: mail.link, from: phone, in: test.town.town) == nil)
        #expect(try await SignedIn(test.house).viewer(entry.session, in: test.elsewhere.town) == nil)
    }

    @Test func twoPressesOnTheButtonAtOnceOpenOneSession() async throws {
        let test = try await TestHouse()
        let mail = try await SignInMail(test, to: "karim@clairval.test")
        let phone = phone
        let entries = try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 {
                group.addTask { try await SigningIn(test.house).enter(by: mail.link, from: phone, in: test.town.town) != nil }
            }
            return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(entries == 1)
    }

    @Test func afterFifteenMinutesNothingOpens() async throws {
        let test = try await TestHouse()
        let mail = try await SignInMail(test, to: "karim@clairval.test")
        test.clock.move(.minutes(15))
        #expect(try await SigningIn(test.house).enter(by: mail.link, from: phone, in: test.town.town) == nil)
        let answer = try await SigningIn(test.house).enter(typing: mail.code, awaitedBy: mail.browser, from: phone, in: test.town.town)
        guard case .over = answer else { return #expect(Bool(false), "an old code answered \(answer)") }
    }

    @Test(arguments: Engine.all) func theCodeWorksOnlyInTheBrowserThatAsked(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let mail = try await SignInMail(test, to: "karim@clairval.test")
        let signingIn = SigningIn(test.house)
        let other = try await signingIn.enter(typing: mail.code, awaitedBy: Token(), from: phone, in: test.town.town)
        guard case .over = other else { return #expect(Bool(false), "another browser was answered \(other)") }
        let own = try await signingIn.enter(typing: "Mon code est \(mail.code)", awaitedBy: mail.browser, from: phone, in: test.town.town)
        guard case .entered(let entry) = own else { return #expect(Bool(false), "the right code was answered \(own)") }
        #expect(entry.next == .inside)
    }

    @Test(arguments: Engine.all) func fiveWrongCodesEndIt(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let mail = try await SignInMail(test, to: "karim@clairval.test")
        let wrong = mail.code == "000000" ? "000001" : "000000"
        var left: [Int] = []
        for _ in 0..<5 {
            let answer = try await SigningIn(test.house).enter(typing: wrong, awaitedBy: mail.browser, from: phone, in: test.town.town)
            if case .wrong(let tries) = answer { left.append(tries) } else { left.append(0) }
        }
        #expect(left == [4, 3, 2, 1, 0])
        let late = try await SigningIn(test.house).enter(typing: mail.code, awaitedBy: mail.browser, from: phone, in: test.town.town)
        guard case .over = late else { return #expect(Bool(false), "the sixth try was answered \(late)") }
        let entry = try await SigningIn(test.house).enter(by: mail.link, from: phone, in: test.town.town)
        #expect(entry != nil, "the link is not guessed, so it still opens")
    }

    @Test func whoAskedTwiceMayTypeEitherCode() async throws {
        let test = try await TestHouse()
        let first = try await SignInMail(test, to: "karim@clairval.test")
        let second = try await SignInMail(test, to: "karim@clairval.test", browser: first.browser)
        let answer = try await SigningIn(test.house).enter(typing: first.code, awaitedBy: second.browser, from: phone, in: test.town.town)
        guard case .entered = answer else { return #expect(Bool(false), "the first code was answered \(answer)") }
        #expect(try await SigningIn(test.house).enter(by: second.link, from: phone, in: test.town.town) == nil)
    }

    @Test(arguments: Engine.all) func anUnknownAddressGetsTheSameMailAndMakesAnAccount(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let mail = try await SignInMail(test, to: "nouvelle@clairval.test")
        let entry = try #require(try await SigningIn(test.house).enter(by: mail.link, from: phone, in: test.town.town))
        #expect(entry.next == .welcome)
        #expect(try await SignedIn(test.house).viewer(entry.session, in: test.town.town) == nil)
        let form = WelcomeForm(["firstName": "Nadia", "neighbourhood": "la-gare", "language": "en", "age": "yes"])
        let browser = Browser(device: "", previous: entry.session)
        let inside = try await Arriving(test.house).welcome(form, from: browser, in: test.town)
        let viewer = try await SignedIn(test.house).viewer(inside.session, in: test.town.town)
        #expect(viewer?.person.firstName == "Nadia")
        #expect(viewer?.person.language == "en")
        #expect(viewer?.person.email?.text == "nouvelle@clairval.test")
        await #expect(throws: Refusal.signInFirst) { try await Arriving(test.house).welcome(form, from: browser, in: test.town) }
    }

    @Test(arguments: Engine.all) func whoSharesAnAddressSaysWhoOneIs(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        var twin = test.cast.karim
        twin.id = test.house.world.id()
        twin.firstName = "Samia"
        try await test.house.write(test.town.town) { [twin] in try People($0).insert(twin) }
        let mail = try await SignInMail(test, to: "karim@clairval.test")
        let entry = try #require(try await SigningIn(test.house).enter(by: mail.link, from: phone, in: test.town.town))
        #expect(entry.next == .choice)
        #expect(try await SignedIn(test.house).viewer(entry.session, in: test.town.town) == nil)
        let browser = Browser(device: "", previous: entry.session)
        await #expect(throws: Refusal.self, "somebody with another address cannot be chosen") {
            try await Arriving(test.house).choose(test.cast.lucie.id, from: browser, in: test.town.town)
        }
        let inside = try await Arriving(test.house).choose(twin.id, from: browser, in: test.town.town)
        #expect(try await SignedIn(test.house).viewer(inside.session, in: test.town.town)?.person.firstName == "Samia")
        #expect(try await Arriving(test.house).newcomer(entry.session, in: test.town.town) == nil, "the session was rotated")
    }

    @Test func staffStaySignedInForTwelveHours() async throws {
        let test = try await TestHouse()
        let mail = try await SignInMail(test, to: "martine@clairval.test")
        let entry = try #require(try await SigningIn(test.house).enter(by: mail.link, from: phone, in: test.town.town))
        #expect(entry.seconds == 12 * 3_600)
        test.clock.move(.hours(12))
        #expect(try await SignedIn(test.house).viewer(entry.session, in: test.town.town) == nil)
    }

    @Test func aRoleGrantedSinceShortensTheSession() async throws {
        let test = try await TestHouse()
        let mail = try await SignInMail(test, to: "karim@clairval.test")
        let entry = try #require(try await SigningIn(test.house).enter(by: mail.link, from: phone, in: test.town.town))
        let karim = test.cast.karim.id
        try await test.house.write(test.town.town) { scope in
            try Roles(scope).grant(Role(.moderator), to: karim, id: test.house.world.id(), by: nil, now: test.clock.now)
        }
        test.clock.move(.hours(13))
        #expect(try await SignedIn(test.house).viewer(entry.session, in: test.town.town) == nil)
    }

    @Test func aVisitIsNotedEveryTenMinutes() async throws {
        let test = try await TestHouse()
        let mail = try await SignInMail(test, to: "karim@clairval.test")
        let entry = try #require(try await SigningIn(test.house).enter(by: mail.link, from: phone, in: test.town.town))
        let karim = test.cast.karim.id
        func seen() async throws -> Moment? {
            _ = try await SignedIn(test.house).viewer(entry.session, in: test.town.town)
            return try await test.house.read(test.town.town) { try People($0).find(karim)?.lastSeenAt }
        }
        let entered = test.clock.now
        test.clock.move(.minutes(9))
        #expect(try await seen() == entered)
        test.clock.move(.minutes(2))
        #expect(try await seen() == test.clock.now)
    }
}
