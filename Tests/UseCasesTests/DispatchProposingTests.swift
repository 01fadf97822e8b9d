import Database
import Domain
import Mail
import Persistence
import TestSupport
import Testing

@testable import UseCases

@Suite struct DispatchProposingTests {
    private func scene(_ engine: Engine = .sqlite) async throws -> (TestHouse, ID<HelpRequest>, Dispatch) {
        let test = try await TestHouse(on: engine)
        let id = try await test.takeCall(by: test.attendant)
        try await test.makeHelper(test.cast.karim)
        try await test.makeHelper(test.cast.lucie) { $0.radius = 20_000 }
        return (test, id, Dispatch(test.house))
    }

    @Test(arguments: Engine.all) func severalAreAskedAtOnceByTheUsualMails(_ engine: Engine) async throws {
        let (test, id, dispatch) = try await scene(engine)
        try await dispatch.propose(to: [test.cast.karim.id, test.cast.lucie.id], id, by: test.attendant, in: test.town)
        await test.work()
        #expect(Set(try await test.asks(id)) == [test.cast.karim.id, test.cast.lucie.id])
        #expect(test.mailer.sent.count { $0.askToken != nil } == 2)
        let token = try await test.askToken(of: test.cast.lucie)
        try await Answering(test.house).answer(token, .yes, in: test.town)
        #expect(try await test.match(for: id)?.helper == test.cast.lucie.id)
    }

    @Test(arguments: Engine.all) func nobodyIsAskedTwiceAndIsSaidByName(_ engine: Engine) async throws {
        let (test, id, dispatch) = try await scene(engine)
        try await dispatch.propose(to: [test.cast.karim.id], id, by: test.attendant, in: test.town)
        let refusal = await #expect(throws: Refusal.self) {
            try await dispatch.propose(to: [test.cast.karim.id, test.cast.lucie.id], id, by: test.attendant, in: test.town)
        }
        #expect(refusal?.fields.map(\.key) == ["refusal.dispatch.asked"])
        #expect(refusal?.fields.first?.arguments["name"] == "Karim R.")
        #expect(try await test.asks(id) == [test.cast.karim.id], "all or none")
    }

    @Test func theWeeklyBudgetHolds() async throws {
        let (test, id, dispatch) = try await scene()
        try await test.makeHelper(test.cast.karim) { $0.weeklyAsks = 1 }
        try await dispatch.propose(to: [test.cast.karim.id], id, by: test.attendant, in: test.town)
        let other = try await test.takeCall(["known": "new", "phone": "04 90 11 22 44"], by: test.attendant)
        let board = try await dispatch.board(for: other, contact: "karim@clairval.test", by: test.attendant, in: test.town)
        #expect(board.suggestions.compactMap(\.helper?.name) == ["Lucie P."] && board.found?.first?.obstacle == .budget)
        let refusal = await #expect(throws: Refusal.self) {
            try await dispatch.propose(
                to: [test.cast.karim.id], other, contact: "karim@clairval.test", by: test.attendant, in: test.town)
        }
        #expect(refusal?.fields.map(\.key) == ["refusal.dispatch.budget"])
    }

    @Test func theLadderWaitsForWhomAHandAsked() async throws {
        let (test, id, dispatch) = try await scene()
        try await dispatch.propose(to: [test.cast.karim.id], id, by: test.attendant, in: test.town)
        await test.work()
        #expect(try await test.asks(id) == [test.cast.karim.id], "no wave while those who were asked may answer")
        test.clock.move(.hours(1))
        await test.work()
        let (asks, rung) = (try await test.asks(id), try await test.request(id)?.rung)
        #expect(asks.contains(test.cast.lucie.id) || rung != .helpers, "and then it goes on")
    }

    @Test func nobodyTickedIsSaid() async throws {
        let (test, id, dispatch) = try await scene()
        let refusal = await #expect(throws: Refusal.self) { try await dispatch.propose(to: [], id, by: test.attendant, in: test.town) }
        #expect(refusal?.fields.map(\.key) == ["refusal.dispatch.nobody"])
    }

    @Test(arguments: Engine.all) func anOrganisationIsAskedOutOfItsTurn(_ engine: Engine) async throws {
        let (test, id, dispatch) = try await scene(engine)
        let bakery = try await test.makeOrganisation("fournil")
        let garage = try await test.makeOrganisation("garage")
        for _ in 1...2 { try await dispatch.propose(to: bakery.id, id, by: test.attendant, in: test.town) }
        #expect(try await test.organisationAsks(id).map(\.organisation) == [bakery.id])
        let refusal = await #expect(throws: Refusal.self) {
            try await dispatch.propose(to: garage.id, id, by: test.attendant, in: test.town)
        }
        #expect(refusal?.key == "refusal.dispatch.awaited")
        try await dispatch.hear(.decline, of: bakery.id, about: id, by: test.attendant, in: test.town)
        try await dispatch.propose(to: garage.id, id, by: test.attendant, in: test.town)
        let asks = try await test.organisationAsks(id)
        #expect(asks.first { $0.organisation == bakery.id }?.answer == .declined)
        #expect(asks.contains { $0.organisation == garage.id && $0.answer == nil })
        await test.work()
        #expect(test.mailer.sent.contains { $0.to.address == "garage@organisations.test" })
    }

    @Test(arguments: Engine.all) func anOrganisationSaysYesOnTheTelephone(_ engine: Engine) async throws {
        let (test, id, dispatch) = try await scene(engine)
        let (bakery, garage) = (try await test.makeOrganisation("fournil"), try await test.makeOrganisation("garage"))
        try await dispatch.propose(to: garage.id, id, by: test.attendant, in: test.town)
        for _ in 1...2 { try await dispatch.hear(.accept, of: bakery.id, about: id, name: "Mme Roux", by: test.attendant, in: test.town) }
        let match = try #require(try await test.match(for: id))
        #expect(match.origin == .organisation && match.frame == .association)
        let asks = try await test.organisationAsks(id)
        #expect(asks.first { $0.organisation == bakery.id }?.match == match.id)
        #expect(asks.first { $0.organisation == bakery.id }?.answerer == "Mme Roux")
        #expect(asks.first { $0.organisation == garage.id }?.answer == .tooLate, "whoever was asked need not answer")
        await test.work()
        #expect(test.mailer.sent.contains { $0.to.address == "fournil@organisations.test" })
    }

    @Test func whoWasNeverAskedCannotDecline() async throws {
        let (test, id, dispatch) = try await scene()
        let bakery = try await test.makeOrganisation("fournil")
        await #expect(throws: Refusal.notFound) {
            try await dispatch.hear(.decline, of: bakery.id, about: id, by: test.attendant, in: test.town)
        }
    }
}
