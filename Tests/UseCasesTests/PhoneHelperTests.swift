import Database
import Domain
import Mail
import Persistence
import TestSupport
import Testing

@testable import UseCases

/// Somebody helps who has a telephone and no e-mail: from the first call to the outcome.
@Suite struct PhoneHelperTests {
    @Test(arguments: Engine.all) func theyAreWrittenDownOnceWithTheirAgreements(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let yvette = try await test.writeDownYvette()
        #expect(try await test.writeDownYvette() == yvette)
        let (person, helper, consents) = try await test.house.read(test.town.town) {
            (try People($0).find(yvette), try Helpers($0).find(yvette), try Consents($0).inForce(of: yvette))
        }
        #expect(person?.channel == .phone && person?.email == nil && person?.hasAccount == false)
        #expect(helper?.tier == .doorstep && helper?.isActive == true && helper?.charterVersion != nil)
        #expect(Set(consents.map(\.purpose)) == [.notice, .charter])
        #expect(consents.allSatisfy { $0.channel == .phone && $0.collectedBy == test.cast.attendant.id })
        #expect(try await test.journal(.recorded).last == "helper_by_phone")
    }

    @Test func whoHasAnAccountSaysItThemselves() async throws {
        let test = try await TestHouse()
        let form = PhoneHelperForm(TestHouse.phoneHelper.merging(["firstName": "Karim", "phone": "06 00 00 00 02"]) { $1 })
        let refusal = await #expect(throws: Refusal.self) {
            _ = try await Dispatch(test.house).writeDown(form, language: "fr", by: test.attendant, in: test.town)
        }
        #expect(refusal?.fields.map(\.key) == ["refusal.helperKnown"])
        let elsewhere = await #expect(throws: Refusal.self) { _ = try await test.writeDownYvette(by: test.otherGuide) }
        #expect(elsewhere?.fields.map(\.name) == ["neighbourhood"], "a referent writes down those of the own quartiers")
        await #expect(throws: Refusal.notFound) { _ = try await test.writeDownYvette(by: Actor(person: test.cast.karim.id)) }
    }

    @Test(arguments: Engine.all) func theyAreRungNeverMailedAndToldByVoice(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let yvette = try await test.writeDownYvette()
        let id = try await test.takeCall(["details": "Du pain et du lait"], by: test.attendant)
        await test.work()
        #expect(try await test.asks(id).isEmpty, "no wave asks them")
        let board = try await Dispatch(test.house).board(for: id, by: test.attendant, in: test.town)
        #expect(board.suggestions.compactMap(\.helper?.name) == ["Yvette C."])
        let refusal = await #expect(throws: Refusal.self) {
            try await Dispatch(test.house).propose(to: [yvette], id, by: test.attendant, in: test.town)
        }
        #expect(refusal?.fields.map(\.key) == ["refusal.dispatch.unmailed"])
        try await test.ring(yvette, about: id, ["result": "yes"])
        let told = try await Dispatch(test.house).told(id, by: test.attendant, in: test.town)
        #expect(told.beneficiaryName == "Odette" && told.details == "Du pain et du lait")
        #expect(told.phone == PhoneNumber("04 90 11 22 33"), "Odette agreed to have her number passed on")
        #expect(try await test.journal(.readContact).filter { $0 == "told_helper" }.count == 2)
        await test.work()
        #expect(!test.mailer.sent.contains { $0.text.contains("Bonjour Yvette") }, "and nothing was written to her")
    }

    @Test func whatIsMailedToOthersIsNotReadOut() async throws {
        let test = try await TestHouse()
        try await test.makeHelper(test.cast.karim)
        let id = try await test.takeCall(["details": "Du pain et du lait"], by: test.attendant)
        try await test.ring(nil, about: id, ["result": "yes"])
        let told = try await Dispatch(test.house).told(id, by: test.attendant, in: test.town)
        #expect(told.details == nil && told.phone == nil)
    }

    private func matched(_ test: TestHouse, asker: [String: String] = ["email": "odette@clairval.test"]) async throws -> (
        ID<Person>, ID<HelpRequest>
    ) {
        let yvette = try await test.writeDownYvette()
        let id = try await test.openRequest(asker)
        try await test.ring(yvette, about: id, ["result": "yes"], by: test.guide)
        return (yvette, id)
    }

    @Test(arguments: Engine.all) func theyAreRungForTheOutcome(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let (yvette, id) = try await matched(test)
        await test.work()
        test.clock.move(.days(3))
        await test.work()
        let calls = try await test.openCalls(id)
        #expect(calls.contains { $0.reason == .outcome && $0.person == yvette })
        let call = try #require(calls.first { $0.reason == .outcome })
        let opened = try await Referents(test.house).openCall(call.id, by: test.guide, in: test.town)
        #expect(opened.isToHelper && opened.person.id == yvette)
        try await Referents(test.house).record(OutcomeForm(["result": "helped"]), of: id, by: test.guide, in: test.town)
        #expect(try await test.request(id)?.outcome == .helped)
        #expect(try await test.openCalls(id).isEmpty, "and nobody rings after the answer")
    }

    @Test(arguments: Engine.all) func anAskerWhoTakesItBackIsToldOnByVoice(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let (yvette, id) = try await matched(test)
        try await Referents(test.house).cancel(id, .noLongerNeeded, tells: false, by: test.guide, in: test.town)
        let calls = try await test.openCalls(id)
        #expect(calls.map(\.person) == [yvette] && calls.map(\.reason) == [.cancelled])
    }

    @Test(arguments: Engine.all) func wordsAreReadOutAndTheirAnswerIsTheirs(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let created = try await test.ask(["email": "odette@clairval.test"])
        let yvette = try await test.writeDownYvette()
        let id = created.request.id
        try await test.ring(yvette, about: id, ["result": "yes"], by: test.guide)
        _ = try await Conversations(test.house).send(
            MessageForm(["message": "Venez à dix heures."]), id: nil, through: .tracking(.link(created.tracking)), in: test.town)
        let call = try #require(try await test.openCalls(id).first { $0.reason == .message })
        test.clock.move(.minutes(5))
        let referents = Referents(test.house)
        let opened = try await referents.openCall(call.id, by: test.guide, in: test.town)
        #expect(opened.isToHelper && opened.messages.map(\.body) == ["Venez à dix heures."])
        try await referents.note(.told, answer: "J’y serai.", of: call.id, knowing: 0, by: test.guide, in: test.town)
        let messages = try await test.house.read(test.town.town) { scope in
            try Matches(scope).active(for: id).map { try Messages(scope).of($0.id) } ?? []
        }
        #expect(messages.map(\.author) == [.asker, .helper] && messages.last?.authorID == yvette)
        await test.work()
        #expect(test.mailer.sent.contains { $0.to.address == "odette@clairval.test" && $0.subject.contains("message") })
    }

    @Test(arguments: Engine.all) func theyRingBecauseTheyCannotCome(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let (_, id) = try await matched(test)
        try await test.makeHelper(test.cast.karim)
        for _ in 1...2 { try await Dispatch(test.house).withdraw(id, by: test.attendant, in: test.town) }
        #expect(try await test.request(id)?.status == .open)
        await test.work()
        #expect(try await test.asks(id) == [test.cast.karim.id], "others are asked at once")
    }

    @Test(arguments: Engine.all) func whoIsNeverReachedAgainIsLetGo(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let yvette = try await test.writeDownYvette()
        for _ in 1...3 {
            test.clock.move(.days(365))
            try await Retention(test.house).run(in: test.town)
        }
        #expect(try await test.person(yvette) == nil)
    }

    @Test(arguments: Engine.all) func whoWantsToBeRungNoMoreIsNot(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let yvette = try await test.writeDownYvette()
        let id = try await test.takeCall(by: test.attendant)
        let dispatch = Dispatch(test.house)
        let call = try await dispatch.ring(yvette, about: id, by: test.attendant, in: test.town)
        _ = try await dispatch.stop(call, by: test.attendant, in: test.town)
        let other = try await test.takeCall(["known": "new", "phone": "04 90 11 22 44"], by: test.attendant)
        #expect(try await dispatch.board(for: other, by: test.attendant, in: test.town).suggestions.isEmpty)
        #expect(try await test.journal(.revoked).last == "helper_by_phone")
        _ = try await test.writeDownYvette()
        #expect(try await dispatch.board(for: other, by: test.attendant, in: test.town).suggestions.count == 1, "they may come back")
    }

    @Test func aHelperWithMailWithdrawsThemselves() async throws {
        let test = try await TestHouse()
        try await test.makeHelper(test.cast.karim)
        let id = try await test.openRequest()
        _ = try await test.sayYes(test.cast.karim, to: id)
        try await Dispatch(test.house).withdraw(id, by: test.attendant, in: test.town)
        #expect(try await test.request(id)?.status == .matched)
    }
}
