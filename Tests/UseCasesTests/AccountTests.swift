import Domain
import Mail
import Persistence
import Secrets
import TestSupport
import Testing
import UseCases

@Suite struct AccountTests {
    private func token(_ test: TestHouse, to address: String) async throws -> Token {
        await test.work()
        let text = try #require(await test.mailer.sent.last { $0.to.address == address }).text
        let start = try #require(text.split(separator: "/mon-compte/adresse/").dropFirst().first)
        return try #require(Token(text: start.prefix(43)))
    }

    @Test(arguments: Engine.all) func aNewAddressIsProvedBeforeItCounts(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let account = Account(test.house)
        let karim = try await test.viewer(test.cast.karim)
        func address() async throws -> String? {
            try await test.house.read(test.town.town) { try People($0).find(karim.person.id)?.email?.text }
        }
        let wanted = try #require(EmailAddress("karim@nouveau.test"))
        #expect(try await account.askAddress(wanted, of: karim, in: test.town.town) == .linkSent)
        let first = try await token(test, to: "karim@nouveau.test")
        #expect(try await address() == "karim@clairval.test")
        #expect(try await account.proveAddress(first, in: test.elsewhere.town) == false)
        #expect(try await account.proveAddress(first, in: test.town.town))
        #expect(try await address() == "karim@nouveau.test")
        #expect(try await account.proveAddress(first, in: test.town.town) == false, "once only")
        await test.work()
        #expect(await test.mailer.sent.last?.to.address == "karim@clairval.test", "the old address is told")
    }

    @Test func anOldLinkOfAChangeOpensNothing() async throws {
        let test = try await TestHouse()
        let karim = try await test.viewer(test.cast.karim)
        _ = try await Account(test.house).askAddress(try #require(EmailAddress("karim@nouveau.test")), of: karim, in: test.town.town)
        let token = try await token(test, to: "karim@nouveau.test")
        test.clock.move(.hours(1))
        #expect(try await Account(test.house).proveAddress(token, in: test.town.town) == false)
    }

    /// A browser left open for an hour does not give the account away (O-14).
    @Test(arguments: Engine.all) func whoSignedInLongAgoSignsInAgainFirst(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let account = Account(test.house)
        var karim = try await test.viewer(test.cast.karim)
        let lucie = try await test.viewer(test.cast.lucie)
        let wanted = try #require(EmailAddress("karim@nouveau.test"))
        karim.signedInAt = test.clock.now
        test.clock.move(.minutes(11))
        #expect(try await account.askAddress(wanted, of: karim, in: test.town.town) == .signInFirst)
        await test.work()
        #expect(test.mailer.sent.allSatisfy { $0.to.address != "karim@nouveau.test" })
        #expect(try await account.awaitedAddress(of: karim, in: test.town.town) == wanted)
        #expect(try await account.awaitedAddress(of: lucie, in: test.town.town) == nil)
        karim.signedInAt = test.clock.now
        #expect(try await account.askAddress(wanted, of: karim, in: test.town.town) == .linkSent)
        #expect(try await account.proveAddress(try await token(test, to: "karim@nouveau.test"), in: test.town.town))
    }

    @Test(arguments: Engine.all) func sessionsEndOnlyByTheirOwner(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let (karim, lucie) = (try await test.viewer(test.cast.karim), try await test.viewer(test.cast.lucie))
        let token = Token()
        let now = test.clock.now
        let session = Session(
            id: test.house.world.id(), person: karim.person.id, device: "", createdAt: now, lastSeenAt: now, expiresAt: now + .days(1))
        try await test.house.write(test.town.town) { try Sessions($0).insert(session, hash: token.hash) }
        func isOpen() async throws -> Bool { try await SignedIn(test.house).viewer(token, in: test.town.town) != nil }
        try await Account(test.house).endSession(session.id, of: lucie, in: test.town.town)
        try await Account(test.house).endAllSessions(of: lucie, in: test.town.town)
        #expect(try await isOpen())
        try await Account(test.house).endSession(session.id, of: karim, in: test.town.town)
        #expect(try await !isOpen())
    }

    @Test(arguments: Engine.all) func earlierRequestsWithTheSameAddressAndNameAreOnesOwn(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let own = try await test.ask(["email": "karim@clairval.test", "firstName": "KARIM"])
        _ = try await test.ask(["email": "karim@clairval.test", "firstName": "Samia"])
        _ = try await test.ask(["email": "lucie@clairval.test", "firstName": "Karim"])
        let requests = try await Account(test.house).requests(of: try await test.viewer(test.cast.karim), in: test.town.town)
        #expect(requests.map(\.id) == [own.request.id])
    }
}
