import Domain
import Mail
import Persistence
import TestSupport
import Testing

@testable import UseCases

@Suite struct MatchingTests {
    @Test(arguments: Engine.all) func aYesMatchesAndTheAskerIsTold(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        try await test.makeHelper(test.cast.karim)
        let request = try await test.openRequest()
        let match = try await test.sayYes(test.cast.karim, to: request)
        let saved = try await test.request(request)
        #expect(saved?.status == .matched)
        #expect(saved?.matchedAt == TestClock.start)
        #expect(match.insuranceVersion == 1)
        await test.work()
        let mail = try #require(test.mailer.sent.first { $0.to.address == "jeanne@clairval.test" && $0.text.contains("Karim R.") })
        #expect(!mail.text.contains("Rahmani"))
        let link = try #require(mail.text.firstMatch(of: /\/suivi\/([A-Za-z0-9_-]{43})/)?.output.1)
        let tracked = try await test.tracked(String(link))
        #expect(tracked?.request.id == request)
    }

    @Test func theFirstLinkStillOpensTheRequest() async throws {
        let test = try await TestHouse()
        try await test.makeHelper(test.cast.karim)
        let created = try await test.ask()
        _ = try await test.sayYes(test.cast.karim, to: created.request.id)
        #expect(try await Requests(test.house).tracked(created.tracking, in: test.town)?.request.status == .matched)
    }

    @Test(arguments: Engine.all) func ofManyYesesAtOnceOneMatches(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let helpers = [test.cast.karim, test.cast.lucie]
        for helper in helpers { try await test.makeHelper(helper) }
        for _ in 0..<20 {
            let request = try await test.openRequest()
            let yeses = await withTaskGroup(of: Result<Match, any Error>.self) { group in
                for helper in helpers {
                    group.addTask {
                        do { return .success(try await test.sayYes(helper, to: request)) } catch { return .failure(error) }
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(yeses.filter { (try? $0.get()) != nil }.count == 1)
            for case .failure(let error) in yeses { #expect(error as? Refusal == Matching.alreadyMatched) }
        }
    }

    @Test func whoMayNotHelpCannotSayYes() async throws {
        let test = try await TestHouse()
        let request = try await test.openRequest()
        await #expect(throws: Refusal(.forbidden, "refusal.notHelper")) { try await test.sayYes(test.cast.karim, to: request) }
        try await test.makeHelper(test.cast.karim, tier: .remote)
        await #expect(throws: Refusal(.forbidden, "refusal.tierCharter")) { try await test.sayYes(test.cast.karim, to: request) }
        let asker = try #require(try await test.request(request)?.asker)
        await #expect(throws: Refusal(.forbidden, "refusal.ownRequest")) { try await test.sayYes(asker, to: request) }
        #expect(try await test.request(request)?.status == .open)
    }

    @Test(arguments: Engine.all) func whoHasOnlyATelephoneIsRung(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        try await test.makeHelper(test.cast.karim)
        let request = try await test.openRequest(["email": "", "phone": "04 90 00 00 01"])
        _ = try await test.sayYes(test.cast.karim, to: request)
        #expect(try await test.ringBacks(request) == ["matched"])
    }

    @Test(arguments: Engine.all) func whoWithdrawsIsReplacedAndTheAskerTold(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        try await test.makeHelper(test.cast.karim)
        let request = try await test.openRequest()
        let match = try await test.sayYes(test.cast.karim, to: request)
        let matching = Matching(test.house)
        await #expect(throws: Refusal.notFound) {
            try await matching.withdraw(match.id, by: Actor(person: test.cast.lucie.id), in: test.town)
        }
        await #expect(throws: Refusal.notFound) {
            try await matching.withdraw(match.id, by: Actor(person: test.cast.olga.id), in: test.elsewhere)
        }
        for _ in 0..<2 { try await matching.withdraw(match.id, by: Actor(person: test.cast.karim.id), in: test.town) }
        let reopened = try await test.request(request)
        #expect(reopened?.status == .open)
        #expect(reopened?.rung == .helpers)
        #expect(reopened?.promise == TestClock.start + .hours(2))
        await test.work()
        #expect(test.mailer.sent.filter { $0.subject.contains("quelqu’un d’autre") }.count == 1)
    }

    @Test func whoNeverHeardOfTheMatchNeedNotHearOfItsEnd() async throws {
        let test = try await TestHouse()
        try await test.makeHelper(test.cast.karim)
        let request = try await test.openRequest(["email": "", "phone": "04 90 00 00 01"])
        let match = try await test.sayYes(test.cast.karim, to: request)
        try await Matching(test.house).withdraw(match.id, by: Actor(person: test.cast.karim.id), in: test.town)
        #expect(try await test.ringBacks(request) == [])
    }
}
