import Domain
import Mail
import Persistence
import TestSupport
import Testing
@testable import UseCases

/// A relative acts for somebody: proposed, confirmed by voice, used, journaled, revoked.
@Suite struct ProxyTests {
    private func mails(_ test: TestHouse, to address: String) -> [String] {
        test.mailer.sent.filter { $0.to.address == address }.map { "\($0.subject) \($0.text)" }
    }

    @Test(arguments: Engine.all) func aProposalIsConfirmedByVoiceAndThenHolds(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let lucie = Actor(person: test.cast.lucie.id)
        let id = try await test.proposeForPaulette()
        await #expect(throws: Refusal(.forbidden, "refusal.mandateOver")) { try await test.ask(under: id, by: lucie) }
        let mandating = Mandating(test.house)
        let desk = try await mandating.desk(by: test.guide, in: test.town)
        #expect(desk.pending.map(\.mandate.id) == [id] && desk.count == .init(pending: 1, ending: 0))
        #expect(try await Referents(test.house).todo(by: test.guide, in: test.town).mandates == desk.count)
        #expect(try await mandating.desk(by: test.otherGuide, in: test.town).pending.isEmpty)
        try await mandating.record(TestHouse.yesByPhone, of: id, by: test.guide, in: test.town)
        let mandate = try #require(try await test.mandate(id))
        #expect(mandate.state == .confirmed && mandate.confirmation?.by == test.cast.martine.id)
        #expect(mandate.endsAt == test.clock.now.adding(months: 6, in: test.town.town.timeZone))
        let request = try await test.ask(under: id, by: lucie)
        #expect(request.asker == mandate.represented && request.beneficiary == mandate.represented && request.status == .open)
        #expect(request.takenBy == test.cast.lucie.id && request.owner == test.cast.martine.id)
        #expect(try await test.deeds(id) == [.asked])
        await test.work()
        #expect(
            mails(test, to: "martine@clairval.test").contains { $0.contains("/referent/mandats/\(id.text)") && !$0.contains("Paulette") })
        #expect(mails(test, to: "lucie@clairval.test").contains { $0.contains("Paulette V.") })
        let paulette = try #require(try await test.person(mandate.represented))
        #expect(try await test.journal(about: paulette) == ["recorded mandate_proposed", "read_contact mandate", "granted mandate"])
    }

    @Test(arguments: Engine.all) func everyActInTheirNameIsWrittenDownOnce(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let id = try await test.confirmedForPaulette(["converse": "yes"])
        let lucie = Actor(person: test.cast.lucie.id)
        try await test.makeHelper(test.cast.karim)
        let request = try await test.ask(under: id, by: lucie)
        let door = test.door(id, request.id, lucie)
        let requests = Requests(test.house)
        let change = ChangeForm(["when": "every", "rhythm": "weekly", "email": "autre@clairval.test", "phone": "06 39 98 00 01"])
        test.clock.move(.minutes(1))
        for _ in 1...2 { try await requests.change(change, through: door, in: test.town) }
        test.clock.move(.minutes(1))
        #expect(try await test.person(request.asker)?.email == nil, "whose address it is changes it")
        _ = try await test.sayYes(test.cast.karim, to: request.id)
        let message = test.house.world.id() as ID<Message>
        for _ in 1...2 {
            _ = try await Conversations(test.house).send(
                MessageForm(["message": "Merci, à demain."]), id: message, through: .tracking(door), in: test.town)
        }
        test.clock.move(.minutes(1))
        for _ in 1...2 {
            try await RequestClosing(test.house).record(OutcomeForm(["result": "helped"]), through: door, in: test.town)
        }
        #expect(try await test.deeds(id) == [.asked, .changed, .wrote, .saidOutcome])
        test.clock.move(.minutes(1))
        let second = try await test.ask(under: id, by: lucie)
        test.clock.move(.minutes(1))
        for _ in 1...2 { try await RequestClosing(test.house).cancel(through: test.door(id, second.id, lucie), reason: nil, in: test.town) }
        #expect(try await test.deeds(id).suffix(2) == [.asked, .cancelled])
        let outcomes = try await test.house.read(test.town.town) { try Outcomes($0).of(request.id) }
        #expect(outcomes.map(\.recordedBy) == [test.cast.lucie.id], "who said it, not in whose name")
    }

    @Test(arguments: Engine.all) func aProxySeesTheirRequestsAndNothingElseOfThem(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let id = try await test.confirmedForPaulette()
        let lucie = Actor(person: test.cast.lucie.id)
        let request = try await test.ask(under: id, by: lucie, ["place": "9 allée des Saules"])
        let tracked = try await Requests(test.house).tracked(test.door(id, request.id, lucie), in: test.town)
        #expect(tracked.isUnderMandate && !tracked.mayChangeContact && tracked.beneficiary.firstName == "Paulette")
        #expect(tracked.asker.phone == nil && tracked.beneficiary.phone == nil && tracked.beneficiary.place == nil)
        let elsewhere = try await test.openRequest()
        await #expect(throws: Refusal.notFound) {
            try await Requests(test.house).tracked(test.door(id, elsewhere, lucie), in: test.town)
        }
        await #expect(throws: Refusal(.forbidden, "refusal.mandatePower"), "it does not go so far") {
            try await Conversations(test.house).open(.tracking(test.door(id, request.id, lucie)), in: test.town)
        }
        for stranger in [Actor(person: test.cast.karim.id), test.guide, test.administrator, .visitor] {
            await #expect(throws: Refusal.notFound) {
                try await Requests(test.house).tracked(test.door(id, request.id, stranger), in: test.town)
            }
        }
        await #expect(throws: Refusal.notFound, "from another town") {
            try await Requests(test.house).tracked(test.door(id, request.id, lucie), in: test.elsewhere)
        }
    }

    @Test(arguments: Engine.all) func revokedInOneTapItOpensNothingInThatMoment(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let id = try await test.confirmedForPaulette()
        let lucie = Actor(person: test.cast.lucie.id)
        let request = try await test.ask(under: id, by: lucie)
        let mandating = Mandating(test.house)
        let (_, _, link, _) = try await mandating.letter(id, by: test.guide, in: test.town)
        for _ in 1...2 { try await mandating.revoke(through: .link(link), in: test.town) }
        await #expect(throws: Refusal(.forbidden, "refusal.mandateOver")) {
            try await RequestClosing(test.house).cancel(through: test.door(id, request.id, lucie), reason: nil, in: test.town)
        }
        await #expect(throws: Refusal(.forbidden, "refusal.mandateOver")) { try await test.ask(under: id, by: lucie) }
        #expect(try await test.request(request.id)?.status == .open)
        #expect(try await test.deeds(id) == [.asked])
        await test.work()
        #expect(mails(test, to: "lucie@clairval.test").filter { $0.contains("ne pouvez plus agir") }.count == 1)
        // What was done can still be read by its link.
        #expect(try await mandating.acts(through: .link(link), in: test.town).entries.map(\.actorName) == ["Lucie P."])
    }

    @Test func theProxyAndTheReferentMayEndItTooAndNobodyElse() async throws {
        let test = try await TestHouse()
        let mandating = Mandating(test.house)
        let first = try await test.confirmedForPaulette()
        for stranger in [test.cast.karim, test.cast.moderator] {
            let viewer = try await test.viewer(stranger)
            await #expect(throws: Refusal.notFound) { try await mandating.revoke(through: .account(first, viewer), in: test.town) }
        }
        try await mandating.revoke(through: .account(first, try await test.viewer(test.cast.lucie)), in: test.town)
        #expect(try await test.mandate(first)?.state == .revoked)
        let second = try await test.confirmedForPaulette(["phone": "04 90 55 66 78"])
        try await mandating.revoke(through: .account(second, try await test.viewer(test.cast.martine)), in: test.town)
        #expect(try await test.mandate(second)?.closedBy == test.cast.martine.id)
    }

    @Test(arguments: Engine.all) func aNoForgetsThePersonAndNobodyAtHomeCounts(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let mandating = Mandating(test.house)
        let id = try await test.proposeForPaulette()
        try await mandating.record(MandateAnswerForm(["answer": "unreachable"]), of: id, by: test.guide, in: test.town)
        let person = try #require(try await test.mandate(id)).represented
        #expect(try await test.mandate(id)?.attempts == 1)
        try await mandating.record(MandateAnswerForm(["answer": "no"]), of: id, by: test.guide, in: test.town)
        #expect(try await test.mandate(id) == nil)
        #expect(try await test.person(person) == nil)
        await test.work()
        #expect(mails(test, to: "lucie@clairval.test").contains { $0.contains("préfère que personne") })
        for _ in 1...5 { _ = try await test.proposeForPaulette() }
        await #expect(throws: Refusal(.tooMany, "refusal.mandatesWaiting")) { try await test.proposeForPaulette() }
    }

    @Test(arguments: Engine.all) func whoHasAskedMeanwhileIsNotForgottenWithTheProposal(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let mandating = Mandating(test.house)
        let (first, second) = (try await test.proposeForPaulette(), try await test.proposeForPaulette(["phone": "04 90 55 66 78"]))
        let person = try #require(try await test.mandate(first)).represented
        let call = try await test.takeCall(["firstName": "Paulette", "phone": "04 90 55 66 77", "known": person.text])
        #expect(try await test.request(call)?.asker == person)
        try await mandating.record(MandateAnswerForm(["answer": "no"]), of: first, by: test.guide, in: test.town)
        #expect(try await test.mandate(first) == nil)
        #expect(try await test.person(person)?.firstName == "Paulette")
        try await Erasing(test.house).erase(try await test.viewer(test.cast.lucie), in: test.town)
        #expect(try await test.mandate(second) == nil)
        #expect(try await test.request(call)?.status == .open)
    }

    @Test func whoIsKnownByTheNumberIsJoinedByAHuman() async throws {
        let test = try await TestHouse()
        let mandating = Mandating(test.house)
        let id = try await test.proposeForPaulette(["firstName": "Jeanne", "phone": "04 90 00 00 01"])
        let before = try #require(try await test.mandate(id)).represented
        #expect(try await mandating.dossier(id, by: test.guide, in: test.town).known.map(\.name) == ["Jeanne D."])
        var yes = TestHouse.yesByPhone
        yes.fields["known"] = nil
        await #expect(throws: Refusal.invalid("known", "refusal.known")) {
            try await mandating.record(yes, of: id, by: test.guide, in: test.town)
        }
        yes.fields["known"] = test.cast.jeanne.id.text
        try await mandating.record(yes, of: id, by: test.guide, in: test.town)
        #expect(try await test.mandate(id)?.represented == test.cast.jeanne.id)
        #expect(try await test.person(before) == nil)
    }

    @Test func nobodyConfirmsTheirOwnNorElsewhere() async throws {
        let test = try await TestHouse()
        let mandating = Mandating(test.house)
        let own = try await test.proposeForPaulette(by: test.cast.martine)
        await #expect(throws: Refusal.notFound) { try await mandating.record(TestHouse.yesByPhone, of: own, by: test.guide, in: test.town) }
        #expect(try await mandating.desk(by: test.guide, in: test.town).pending.isEmpty)
        let other = try await test.proposeForPaulette()
        for stranger in [test.otherGuide, Actor(person: test.cast.lucie.id), .visitor] {
            await #expect(throws: Refusal.notFound) {
                try await mandating.record(TestHouse.yesByPhone, of: other, by: stranger, in: test.town)
            }
        }
        await #expect(throws: Refusal.notFound, "from another town") {
            try await mandating.record(
                TestHouse.yesByPhone, of: other, by: Actor(person: test.cast.olga.id, roles: [Role(.administrator)]), in: test.elsewhere)
        }
        try await mandating.record(TestHouse.yesByPhone, of: own, by: test.administrator, in: test.town)
        #expect(try await test.mandate(own)?.state == .confirmed)
        #expect(try await test.mandate(other)?.state == .pending)
    }

    @Test func aProxyHearsWhatBecomesOfTheRequest() async throws {
        let test = try await TestHouse()
        try await test.makeHelper(test.cast.karim)
        let id = try await test.confirmedForPaulette()
        let request = try await test.ask(under: id, by: Actor(person: test.cast.lucie.id))
        _ = try await test.sayYes(test.cast.karim, to: request.id)
        await test.work()
        #expect(mails(test, to: "lucie@clairval.test").contains { $0.contains("/mandats/\(id.text)/demandes/\(request.id.text)") })
        #expect(try await test.ringBacks(request.id).contains("matched"), "and she herself is rung")
    }
}
