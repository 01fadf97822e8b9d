import Database
import Domain
import Mail
import Persistence
import Secrets
import TestSupport
import Testing
@testable import UseCases

@Suite struct ErasingTests {
    private func erase(_ person: Person, _ test: TestHouse) async throws {
        try await Erasing(test.house).erase(try await test.viewer(person), in: test.town)
    }

    /// Karim helped Jeanne's neighbour and wrote to her; it is over.
    private func story(_ test: TestHouse) async throws -> (request: ID<HelpRequest>, match: ID<Match>) {
        try await test.makeHelper(test.cast.karim)
        let request = try await test.openRequest()
        let match = try await test.sayYes(test.cast.karim, to: request)
        let (house, karim, now) = (test.house, test.cast.karim.id, test.clock.now)
        try await house.write(test.town.town) { scope in
            _ = try Messages(scope).insert(
                Message(id: house.world.id(), match: match.id, author: .helper, authorID: karim, body: "mot secret", sentAt: now))
        }
        try await RequestClosing(house).record(
            OutcomeForm(["result": "helped"]), as: Actor(person: karim), of: match.id, in: test.town)
        return (request, match.id)
    }

    @Test(arguments: Engine.all) func thePersonIsGoneAndTheFiguresOfRequestsAreWhatTheyWere(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let (request, match) = try await story(test)
        let before = try await Figures(test.house).ofTown(test.town.town)
        try await erase(test.cast.karim, test)
        let after = try await Figures(test.house).ofTown(test.town.town)
        #expect(before.requests == 1 && before.newHelpers == 1, "there was something to count")
        #expect(after.categories == before.categories && after.weeks == before.weeks)
        #expect(after.medianTimeToYes == before.medianTimeToYes && after.newHelpers == before.newHelpers)
        #expect(try await test.person(test.cast.karim.id) == nil)
        let (shell, messages) = try await test.house.read(test.town.town) {
            (try Matches($0).find(match), try Messages($0).of(match))
        }
        #expect(shell?.helper == Person.nobody.id && shell?.frame == .neighbour && shell?.request == request)
        #expect(messages.map(\.body) == [""] && messages.map(\.authorID) == [Person.nobody.id])
        #expect(try await test.journal(about: test.cast.karim).last == "decided erasure", "the journal keeps the number")
    }

    @Test func twoErasedHelpersAskedForOneRequestLeaveItCounted() async throws {
        let test = try await TestHouse()
        for one in [test.cast.karim, test.cast.lucie] { try await test.makeHelper(one) }
        let request = try await test.openRequest()
        await test.work()
        #expect(try await test.asks(request).count == 2)
        try await erase(test.cast.karim, test)
        try await erase(test.cast.lucie, test)
        #expect(try await test.asks(request) == [Person.nobody.id])
    }

    @Test func whoSomebodyWaitsForSettlesThatFirst() async throws {
        let test = try await TestHouse()
        try await test.makeHelper(test.cast.karim)
        let match = try await test.sayYes(test.cast.karim, to: try await test.openRequest())
        let standing = try await Erasing(test.house).standing(of: try await test.viewer(test.cast.karim), in: test.town)
        #expect(standing.obstacles == [.helping(match.id)])
        await #expect(throws: Refusal(.conflict, "refusal.erasure")) { try await erase(test.cast.karim, test) }
        #expect(try await test.person(test.cast.karim.id) != nil)
    }

    @Test func theLastAdministratorStays() async throws {
        let test = try await TestHouse()
        // The one who opened the town goes first: then nobody else is left.
        let administrators = try await test.house.read(test.town.town) { try Staff($0).holding(.administrator) }
        for id in administrators where id != test.cast.administrator.id { try await erase(try #require(try await test.person(id)), test) }
        await #expect(throws: Refusal(.conflict, "refusal.erasure")) { try await erase(test.cast.administrator, test) }
    }

    @Test func aReferentsRequestsHaveAnotherOwner() async throws {
        let test = try await TestHouse()
        let request = try await test.openRequest()
        #expect(try await test.request(request)?.owner == test.cast.martine.id)
        try await erase(test.cast.martine, test)
        #expect(try await test.request(request)?.owner == test.cast.administrator.id)
    }

    @Test(arguments: Engine.all) func whatWasDecidedAboutTheirTextsIsCountedWithoutAWord(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let request = try await test.refusedRequest(of: test.cast.karim)
        try await TextModeration(test.house).appeal(
            ["words": "mot d’appel"], through: .account(request, Actor(person: test.cast.karim.id)), in: test.town)
        try await erase(test.cast.karim, test)
        let decisions = try await test.house.read(test.town.town) { try TextDecisions($0).about(request.bytes) }
        let only = try #require(decisions.first)
        #expect(decisions.count == 1 && only.verdict == .refused && only.reason == .paid && only.appeal != nil)
        #expect(only.text == "" && only.publicText == nil && only.words == nil && only.appeal?.words == "")
    }

    /// What keeps a number on purpose: proofs, the journal, who decided.
    private static let keptNumbers: Set<String> = [
        "erasures.person_id", "consent_proofs.pseudonym", "former_helpers.id", "journal.actor_id", "journal.subject", "reports.decided_by",
        "text_decisions.decided_by", "text_decisions.answered_by", "contact_stops.decided_by", "contact_stops.answered_by",
        "contact_stops.ended_by", "crises.decided_by", "crises.ended_by",
    ]

    @Test func noTableStillPointsAtWhoReportedOrWasStopped() async throws {
        let test = try await TestHouse()
        let (_, match) = try await story(test)
        let karim = test.cast.karim.id
        let viewer = try await test.viewer(test.cast.karim)
        try await test.report(.conversation(.match(match, Actor(person: karim)), nil), .insult, words: "mot de Karim")
        try await test.report(.offer(try await test.offer(of: test.cast.karim), Actor(person: test.cast.lucie.id)), .violence)
        try await OwnStops(test.house).appeal(["words": "mot d’appel"], by: viewer, in: test.town)
        try await erase(test.cast.karim, test)
        #expect(try await test.columns(holding: karim).subtracting(Self.keptNumbers) == [])
        let (reports, stops) = try await test.house.read(test.town.town) {
            (try Reports($0).open(), try ContactStops($0).of([Person.nobody.id]))
        }
        #expect(reports.count == 2 && reports.allSatisfy { $0.words == nil && $0.text == nil })
        #expect(stops.count == 1 && stops.allSatisfy { !$0.isStanding && $0.appeal?.words == "" })
    }

    @Test func mailsThatWaitAreDropped() async throws {
        let test = try await TestHouse()
        try await test.makeHelper(test.cast.karim)
        _ = try await test.openRequest()
        try await erase(test.cast.karim, test)
        await test.work()
        #expect(await !test.mailer.sent.contains { $0.to.address == "karim@clairval.test" })
    }

    @Test(arguments: Engine.all) func aRestoredCopyForgetsAgain(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        try await erase(test.cast.lucie, test)
        // What an older copy of the database holds: the person, and no line about the erasure.
        let lucie = test.cast.lucie
        try await test.house.write(test.town.town) { scope in
            try People(scope).insert(lucie)
            try scope.sql.run("/* test */ DELETE FROM erasures WHERE town_id = \(scope.town)")
        }
        #expect(try await test.person(lucie.id) != nil)
        #expect(try await Erasing(test.house).replay() == 1)
        #expect(try await test.person(lucie.id) == nil)
        #expect(try await Erasing(test.house).replay() == 0, "once is enough")
    }

    @Test func aLineThatACrashPreventedIsWrittenAtTheNextStart() async throws {
        let test = try await TestHouse()
        let (lucie, now) = (test.cast.lucie, test.clock.now)
        try await test.house.write(test.town.town) { try Erasures($0).insert(lucie.id, at: now) }
        _ = try await Erasing(test.house).replay()
        #expect(try test.house.keys.notes(in: "erasures").contains { $0.contains(lucie.id.text) })
    }

    @Test func aSecondPostFindsNobody() async throws {
        let test = try await TestHouse()
        let viewer = try await test.viewer(test.cast.lucie)
        try await Erasing(test.house).erase(viewer, in: test.town)
        await #expect(throws: Refusal.notFound) { try await Erasing(test.house).erase(viewer, in: test.town) }
    }
}
