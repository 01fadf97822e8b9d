import Database
import Domain
import Persistence
import TestSupport
import Testing

@testable import UseCases

@Suite struct DispatchCallingTests {
    private func scene(_ engine: Engine = .sqlite) async throws -> (TestHouse, ID<HelpRequest>, Dispatch) {
        let test = try await TestHouse(on: engine)
        let id = try await test.takeCall(by: test.attendant)
        try await test.makeHelper(test.cast.karim)
        return (test, id, Dispatch(test.house))
    }

    @Test(arguments: Engine.all) func aYesIsAMatch(_ engine: Engine) async throws {
        let (test, id, dispatch) = try await scene(engine)
        let call = try await dispatch.ring(about: id, by: test.attendant, in: test.town)
        let opened = try await dispatch.openCall(call, by: test.attendant, in: test.town)
        #expect(opened.helper.id == test.cast.karim.id && opened.helper.phone != nil && opened.askerName == "Odette")
        #expect(try await test.journal(.readContact).last == "dispatch_call")
        for _ in 1...2 { try await dispatch.note(DispatchOutcomeForm(["result": "yes"]), of: call, by: test.attendant, in: test.town) }
        #expect(try await test.match(for: id)?.helper == test.cast.karim.id)
        let events = try await Referents(test.house).open(id, by: test.guide, in: test.town).events.map(\.what)
        #expect(
            events == [.received(.phone), .dispatched(.yes), .matched(.referent)]
                || events == [.received(.phone), .matched(.referent), .dispatched(.yes)])
    }

    @Test(arguments: Engine.all) func nobodyIsRungByTwoAtOnce(_ engine: Engine) async throws {
        let (test, id, dispatch) = try await scene(engine)
        let call = try await dispatch.ring(about: id, by: test.attendant, in: test.town)
        #expect(try await dispatch.ring(about: id, by: test.attendant, in: test.town) == call, "whoever rings goes on")
        let held = await #expect(throws: Refusal.self) {
            _ = try await dispatch.ring(test.cast.karim.id, about: id, by: test.guide, in: test.town)
        }
        #expect(held?.key == "refusal.dispatch.held")
        let none = await #expect(throws: Refusal.self) { _ = try await dispatch.ring(about: id, by: test.guide, in: test.town) }
        #expect(none?.key == "refusal.dispatch.nobodyToRing")
        await #expect(throws: Refusal.notFound) { _ = try await dispatch.openCall(call, by: test.guide, in: test.town) }
        // For another request either.
        let other = try await test.takeCall(["known": "new", "phone": "04 90 11 22 44"], by: test.attendant)
        await #expect(throws: Refusal.self) { _ = try await dispatch.ring(test.cast.karim.id, about: other, by: test.guide, in: test.town) }
        test.clock.move(DispatchCall.hold)
        let second = try await dispatch.ring(about: id, by: test.guide, in: test.town)
        #expect(second != call)
        #expect(try await test.dispatchCalls(id).map(\.result) == [.lapsed, nil])
    }

    @Test(arguments: Engine.all) func twoWhoPressAtTheSameMomentAreNotBothGivenTheNumber(_ engine: Engine) async throws {
        let (test, id, dispatch) = try await scene(engine)
        let town = test.town
        async let one = dispatch.ring(about: id, by: test.attendant, in: town)
        async let other = dispatch.ring(about: id, by: test.guide, in: town)
        let calls = [try? await one, try? await other].compactMap(\.self)
        #expect(calls.count == 1)
        #expect(try await test.dispatchCalls(id).count == 1)
    }

    @Test(arguments: Engine.all) func aNoKeepsTheWavesAwayToo(_ engine: Engine) async throws {
        let (test, id, _) = try await scene(engine)
        try await test.ring(nil, about: id, ["result": "no"])
        await test.work()
        #expect(try await test.asks(id).isEmpty)
        #expect(try await test.helper(test.cast.karim)?.lastAskedAt == test.clock.now, "they were disturbed")
        let board = try await Dispatch(test.house).board(for: id, by: test.attendant, in: test.town)
        #expect(board.suggestions.isEmpty && board.tried.map(\.call.result) == [.no] && board.tried.map(\.name) == ["Karim R."])
    }

    @Test func whoWasAskedByMailAnswersByVoice() async throws {
        let (test, id, dispatch) = try await scene()
        await test.work()
        #expect(try await test.asks(id) == [test.cast.karim.id])
        let board = try await dispatch.board(for: id, by: test.attendant, in: test.town)
        #expect(board.asked == 1 && board.suggestions.first?.helper?.ask != nil && board.suggestions.first?.helper?.mayBeAsked == false)
        try await test.ring(nil, about: id, ["result": "no"])
        let ask = try await test.house.read(test.town.town) { try Asks($0).find(id, helper: test.cast.karim.id) }
        #expect(ask?.answer == .no)
    }

    @Test func anHourIsKeptAndTheListWaitsForIt() async throws {
        let (test, id, dispatch) = try await scene()
        let call = try await test.ring(nil, about: id, ["result": "later", "again": "16:00"])
        let again = try #require(call.againAt)
        let board = try await dispatch.board(for: id, by: test.attendant, in: test.town)
        #expect(board.calling.next == nil && board.calling.waiting.map(\.at) == [again])
        test.clock.move(again - test.clock.now)
        await test.work()
        let due = try await dispatch.board(for: id, by: test.attendant, in: test.town)
        #expect(due.calling.next == test.cast.karim.id || due.suggestions.isEmpty)
    }

    @Test func byNightNobodyIsRungOrAskedAndAYesIsWelcome() async throws {
        let test = try await TestHouse()
        test.clock.move(.hours(13))
        try await test.makeHelper(test.cast.karim)
        let id = try await test.takeCall(["when": "every", "rhythm": "weekly"], by: test.attendant)
        let dispatch = Dispatch(test.house)
        let board = try await dispatch.board(for: id, by: test.attendant, in: test.town)
        #expect(board.isNight && board.suggestions.count == 1, "those who can be asked in the morning")
        let rung = await #expect(throws: Refusal.self) { _ = try await dispatch.ring(about: id, by: test.attendant, in: test.town) }
        #expect(rung?.key == "refusal.dispatch.nightCall")
        let asked = await #expect(throws: Refusal.self) {
            try await dispatch.propose(to: [test.cast.karim.id], id, by: test.attendant, in: test.town)
        }
        #expect(asked?.fields.map(\.key) == ["refusal.dispatch.night"])
        try await dispatch.assign(test.cast.karim.id, to: id, by: test.attendant, in: test.town)
        #expect(try await test.match(for: id)?.helper == test.cast.karim.id)
    }

    @Test func whoWasFoundByNumberIsRungAgainToo() async throws {
        let (test, id, dispatch) = try await scene()
        try await test.makeHelper(test.cast.karim) { $0.pausedUntil = test.clock.now + .days(9) }
        let call = try await dispatch.ring(
            test.cast.karim.id, about: id, contact: "06 00 00 00 02", by: test.attendant, in: test.town)
        try await dispatch.note(DispatchOutcomeForm(["result": "later", "again": "16:00"]), of: call, by: test.attendant, in: test.town)
        let board = try await dispatch.board(for: id, by: test.attendant, in: test.town)
        #expect(board.calling.waiting.map(\.person) == [test.cast.karim.id] && board.suggestions.first?.helper?.obstacle == .paused)
    }

    @Test func aYesThatCameSecondIsToldSo() async throws {
        let (test, id, dispatch) = try await scene()
        try await test.makeHelper(test.cast.lucie)
        let call = try await dispatch.ring(about: id, by: test.attendant, in: test.town)
        _ = try await test.sayYes(test.cast.lucie, to: id)
        let refusal = await #expect(throws: Refusal.self) {
            try await dispatch.note(DispatchOutcomeForm(["result": "yes"]), of: call, by: test.attendant, in: test.town)
        }
        #expect(refusal?.key == "refusal.alreadyMatched")
        #expect(try await !dispatch.openCall(call, by: test.attendant, in: test.town).isWanted)
        try await dispatch.note(DispatchOutcomeForm(["result": "message"]), of: call, by: test.attendant, in: test.town)
        #expect(try await test.dispatchCalls(id).map(\.result) == [.message])
    }

    @Test(arguments: Engine.all) func itIsExportedAndForgotten(_ engine: Engine) async throws {
        let (test, id, _) = try await scene(engine)
        try await test.ring(nil, about: id, ["result": "message"])
        let file = try await Exporting(test.house).file(of: try await test.viewer(test.cast.karim), in: test.town)
        #expect("\(file.chapters.first { $0.name == "dispatchCalls" }?.entries ?? [])".contains("dispatch_message"))
        try await Erasing(test.house).erase(try await test.viewer(test.cast.karim), in: test.town)
        #expect(try await test.dispatchCalls(id).isEmpty)
    }

    @Test(arguments: Engine.all) func whoRangIsForgottenAndTheCallIsNot(_ engine: Engine) async throws {
        let (test, id, _) = try await scene(engine)
        try await test.ring(nil, about: id, ["result": "message"])
        try await Erasing(test.house).erase(try await test.viewer(test.cast.attendant), in: test.town)
        #expect(try await test.dispatchCalls(id).map(\.caller) == [Person.nobody.id])
    }
}
