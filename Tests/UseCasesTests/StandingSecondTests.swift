import Domain
import Mail
import Persistence
import Secrets
import TestSupport
import Testing
@testable import UseCases

/// A second person who is known: proposed, agreed to by both, or not.
@Suite struct StandingSecondTests {
    /// Mona, who has an account, was helped by Lucie; Karim says yes to her recurring need.
    private func helpedBefore(_ engine: Engine) async throws -> (TestHouse, ID<HelpRequest>, ConversationDoor) {
        let test = try await TestHouse(on: engine)
        for person in [test.cast.karim, test.cast.lucie] { try await test.makeHelper(person) }
        let mona = Actor(person: test.cast.moderator.id)
        func ask(_ fields: [String: String]) async throws -> ID<HelpRequest> {
            let form = AskForm(AskingTests.form.fields.merging(fields) { $1 })
            return try await Requests(test.house).ask(form, in: test.town, by: mona, language: "fr", door: .web).request.id
        }
        let match = try await test.sayYes(test.cast.lucie, to: try await ask([:]))
        let lucie = Actor(person: test.cast.lucie.id)
        try await RequestClosing(test.house).record(OutcomeForm(["result": "helped"]), as: lucie, of: match.id, in: test.town)
        let request = try await ask(["when": "every", "rhythm": "weekly"])
        _ = try await test.sayYes(test.cast.karim, to: request)
        await test.work()
        return (test, request, .tracking(.account(request, mona)))
    }

    private func second(_ test: TestHouse, _ door: ConversationDoor) async throws -> StandingView.Second? {
        try await Standing(test.house).view(door, in: test.town.town)?.second
    }

    private func invitation(_ test: TestHouse) throws -> Token {
        let text = test.mailer.sent.last { $0.to.address == "lucie@clairval.test" && $0.text.contains("/deuxieme/") }?.text ?? ""
        return try #require(text.split(separator: "/deuxieme/").dropFirst().first.flatMap { Token(text: $0.prefix(43)) })
    }

    @Test(arguments: Engine.all) func whoHelpedBeforeIsKnownWhenBothAgree(_ engine: Engine) async throws {
        let (test, request, door) = try await helpedBefore(engine)
        let (standing, links, town, lucie) = (Standing(test.house), StandingLinks(test.house), test.town.town, test.cast.lucie.id)
        #expect(try await second(test, door) == .proposed(lucie, name: "Lucie P."))
        #expect(test.mailer.sent.contains { $0.to.address == "mona@clairval.test" && $0.text.contains("Lucie P.") })
        let match = try #require(try await test.match(for: request))
        await #expect(throws: Refusal.notFound) {
            try await standing.decide(on: lucie, isYes: true, through: .match(match.id, Actor(person: match.helper)), in: town)
        }
        for _ in 1...2 { try await standing.decide(on: lucie, isYes: true, through: door, in: town) }
        await test.work()
        #expect(try await second(test, door) == .asked(name: "Lucie P."))
        let token = try invitation(test)
        #expect(try await links.invitation(token, in: test.town).isYes == nil)
        await #expect(throws: Refusal.notFound) { try await links.invitation(token, in: test.elsewhere) }
        for _ in 1...2 { try await links.answer(token, isYes: true, in: town) }
        #expect(try await second(test, door) == .known(name: "Lucie P."))
        try await links.answer(token, isYes: false, in: town)
        #expect(try await second(test, door) == StandingView.Second.none, "one may change one's mind")
    }

    @Test func theAskerMayDecline() async throws {
        let (test, _, door) = try await helpedBefore(.sqlite)
        try await Standing(test.house).decide(on: test.cast.lucie.id, isYes: false, through: door, in: test.town.town)
        #expect(try await second(test, door) == StandingView.Second.none)
        await test.work()
        #expect(!test.mailer.sent.contains { $0.to.address == "lucie@clairval.test" && $0.text.contains("/deuxieme/") })
    }

    /// Both are asked, Karim is faster, and later stops: Lucie is asked again, by name.
    @Test(arguments: Engine.all) func whoSaidYesSecondMayStandInAndTakeOver(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        for person in [test.cast.karim, test.cast.lucie] { try await test.makeHelper(person) }
        let created = try await test.ask(["when": "every", "rhythm": "weekly"])
        await test.work()
        for _ in 1...2 where try await test.asks(created.request.id).count < 2 {
            test.clock.move(.hours(9))
            await test.work()
        }
        #expect(try await test.asks(created.request.id).count == 2)
        let (answering, standing) = (Answering(test.house), Standing(test.house))
        let late = try await test.askToken(of: test.cast.lucie)
        try await answering.answer(try await test.askToken(of: test.cast.karim), .yes, in: test.town)
        #expect(try await answering.question(late, in: test.town)?.mayBeSecond == true)
        for _ in 1...2 { try await standing.offer(late, in: test.town.town) }
        #expect(try await answering.question(late, in: test.town)?.mayBeSecond == false)
        let door = ConversationDoor.tracking(.link(created.tracking))
        #expect(try await second(test, door) == .proposed(test.cast.lucie.id, name: "Lucie P."))
        try await standing.decide(on: test.cast.lucie.id, isYes: true, through: door, in: test.town.town)
        #expect(try await second(test, door) == .known(name: "Lucie P."))
        let match = try #require(try await test.match(for: created.request.id))
        test.clock.move(.days(8))
        try await Matching(test.house).withdraw(match.id, by: Actor(person: match.helper), in: test.town)
        await test.work()
        let again = try await test.askToken(of: test.cast.lucie)
        #expect(again != late)
        try await answering.answer(again, .no, in: test.town)
        await test.work()
        #expect(try await test.askToken(of: test.cast.lucie) == again, "asked by name once")
        try await answering.answer(again, .yes, in: test.town)
        #expect(try await test.match(for: created.request.id)?.helper == test.cast.lucie.id)
    }
}
