import Database
import Domain
import Mail
import Persistence
import TestSupport
import Testing

@testable import UseCases

@Suite struct DispatchTests {
    @Test(arguments: Engine.all) func neighboursAndOrganisationsInOneOrder(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        try await test.makeHelper(test.cast.karim)
        try await test.makeHelper(test.cast.lucie) { $0.radius = 20_000 }
        try await test.makeOrganisation("fournil")
        try await test.makeOrganisation("voirie", .service)
        try await test.makeOrganisation("reserve", .communalReserve)
        let id = try await test.takeCall()
        let board = try await Dispatch(test.house).board(for: id, by: test.attendant, in: test.town)
        #expect(board.suggestions.compactMap { $0.helper?.name } == ["Karim R.", "Lucie P."])
        #expect(board.suggestions.compactMap { $0.organisation?.name } == ["fournil", "voirie"], "the reserve only once called out")
        #expect(board.askerName == "Odette" && !board.mayGuide)
        #expect(try await test.journal(.searched).last == "suggestions")
        try await test.callOut()
        let later = try await Dispatch(test.house).board(for: id, by: test.attendant, in: test.town)
        #expect(later.suggestions.compactMap { $0.organisation?.name } == ["fournil", "reserve", "voirie"])
    }

    @Test(arguments: Engine.all) func theReasonsAreThere(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        try await test.makeHelper(test.cast.karim)
        let before = try await test.takeCall()
        try await Dispatch(test.house).assign(test.cast.karim.id, to: before, by: test.attendant, in: test.town)
        let id = try await test.takeCall(["known": "new", "phone": "04 90 11 22 44"])
        let one = try #require(try await Dispatch(test.house).board(for: id, by: test.attendant, in: test.town).suggestions.first?.helper)
        #expect(one.load == 1 && one.lastAskedAt != nil && one.minutes == 1 && one.tier == .doorstep && one.isMailed && one.isRung)
    }

    @Test(arguments: Engine.all) func aHelperNamedByHandIsMatchedOnce(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        try await test.makeHelper(test.cast.karim)
        let id = try await test.takeCall()
        for actor in [test.guide, test.guide, test.attendant] {
            try await Dispatch(test.house).assign(test.cast.karim.id, to: id, by: actor, in: test.town)
        }
        let matches = try await test.house.read(test.town.town) { try Matches($0).of(helper: test.cast.karim.id) }
        #expect(matches.map(\.origin) == [.referent] && matches.map(\.request) == [id])
        #expect(try await test.openCalls(id).map(\.reason) == [.matched])
        #expect(try await test.journal(.decided).count == 1)
    }

    @Test func nobodyIsNamedWithoutBeingFound() async throws {
        let test = try await TestHouse()
        try await test.makeHelper(test.cast.lucie) { $0.pausedUntil = test.clock.now + .days(3) }
        let id = try await test.takeCall()
        let dispatch = Dispatch(test.house)
        await #expect(throws: Refusal.notFound) { try await dispatch.assign(test.cast.lucie.id, to: id, by: test.guide, in: test.town) }
        let board = try await dispatch.board(for: id, contact: "LUCIE@clairval.test", by: test.guide, in: test.town)
        #expect(board.suggestions.isEmpty && board.found?.map(\.name) == ["Lucie P."])
        #expect(board.found?.first?.refusal == nil && board.found?.first?.obstacle == .paused, "whoever rings them is told")
        // Part of an address finds nobody.
        #expect(try await dispatch.board(for: id, contact: "lucie@", by: test.guide, in: test.town).found?.isEmpty == true)
        try await dispatch.assign(test.cast.lucie.id, to: id, contact: "lucie@clairval.test", by: test.guide, in: test.town)
        #expect(try await test.request(id)?.status == .matched)
    }

    @Test func aTierThatIsMissingIsSaidAndForbids() async throws {
        let test = try await TestHouse()
        try await test.makeHelper(test.cast.karim, tier: .remote)
        let id = try await test.takeCall()
        let board = try await Dispatch(test.house).board(for: id, contact: "06 00 00 00 02", by: test.guide, in: test.town)
        #expect(board.found?.first?.refusal?.key == "refusal.tierCharter")
        let refusal = await #expect(throws: Refusal.self) {
            try await Dispatch(test.house).assign(test.cast.karim.id, to: id, contact: "0600000002", by: test.guide, in: test.town)
        }
        #expect(refusal?.kind == .forbidden)
    }

    @Test(arguments: Engine.all) func toOthersItDoesNotExist(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        try await test.makeHelper(test.cast.karim)
        let id = try await test.takeCall(by: test.attendant)
        let dispatch = Dispatch(test.house)
        let karim = Actor(person: test.cast.karim.id)
        for actor in [test.otherGuide, karim, Actor(person: test.cast.moderator.id, roles: [Role(.moderator)]), .visitor] {
            await #expect(throws: Refusal.notFound) { _ = try await dispatch.board(for: id, by: actor, in: test.town) }
            await #expect(throws: Refusal.notFound) { try await dispatch.assign(test.cast.karim.id, to: id, by: actor, in: test.town) }
            await #expect(throws: Refusal.notFound) { _ = try await dispatch.ring(about: id, by: actor, in: test.town) }
            await #expect(throws: Refusal.notFound) {
                try await dispatch.propose(to: [test.cast.karim.id], id, by: actor, in: test.town)
            }
        }
        await #expect(throws: Refusal.notFound) { _ = try await dispatch.board(for: id, by: test.attendant, in: test.elsewhere) }
        try await Referents(test.house).cancel(id, .duplicate, tells: false, by: test.guide, in: test.town)
        await #expect(throws: Refusal.notFound) { _ = try await dispatch.board(for: id, by: test.attendant, in: test.town) }
        #expect(
            try await dispatch.board(for: id, by: test.guide, in: test.town).suggestions.isEmpty, "its referent still sees that it is over")
    }

    @Test(arguments: Engine.all) func whoIsKeptApartIsNotSuggested(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        try await test.makeHelper(test.cast.karim)
        let id = try await test.takeCall()
        let asker = try #require(try await test.request(id)?.asker)
        try await test.house.write(test.town.town) { [house = test.house, now = test.clock.now] in
            _ = try Blocks($0).insert(Block(id: house.world.id(), blocker: test.cast.karim.id, blocked: asker, createdAt: now))
        }
        let board = try await Dispatch(test.house).board(for: id, contact: "karim@clairval.test", by: test.attendant, in: test.town)
        #expect(board.suggestions.isEmpty && board.found?.first?.refusal?.key == "refusal.notAvailable")
    }

    @Test(arguments: Engine.all) func whoseContactsAreStoppedIsServedByTheTownAndTheirReferent(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        try await test.makeHelper(test.cast.lucie) { $0.radius = 20_000 }
        try await test.makeOrganisation("voirie", .service)
        try await test.makeOrganisation("fournil")
        let request = try await Requests(test.house).ask(
            AskingTests.form, in: test.town, by: Actor(person: test.cast.karim.id), language: "fr", door: .web
        ).request
        try await test.report(.request(request.id, Actor(person: test.cast.lucie.id)), .theft)
        let dispatch = Dispatch(test.house)
        let board = try await dispatch.board(
            for: request.id, contact: "lucie@clairval.test", by: test.attendant, in: test.town)
        #expect(board.suggestions.map { $0.organisation?.name } == ["voirie"], "only the town knows")
        #expect(board.found?.first?.refusal?.key == "refusal.notAvailable")
        let refusal = await #expect(throws: Refusal.self) {
            try await dispatch.assign(
                test.cast.lucie.id, to: request.id, contact: "lucie@clairval.test", by: test.attendant, in: test.town)
        }
        #expect(refusal?.key == "refusal.notAvailable")
        let asked = await #expect(throws: Refusal.self) {
            try await dispatch.propose(to: [test.cast.lucie.id], request.id, by: test.guide, in: test.town)
        }
        #expect(asked?.key == "refusal.dispatch.stopped")
    }

    @Test func nothingIsDoneBeforeThePersonAgreed() async throws {
        let test = try await TestHouse()
        try await test.makeHelper(test.cast.karim)
        let id = try await test.askForPaul()
        #expect(try await Dispatch(test.house).board(for: id, by: test.attendant, in: test.town).suggestions.isEmpty)
        let refusal = await #expect(throws: Refusal.self) {
            _ = try await Dispatch(test.house).ring(about: id, by: test.attendant, in: test.town)
        }
        #expect(refusal?.key == "refusal.agreementFirst")
    }
}
