import Domain
import Mail
import Persistence
import Secrets
import TestSupport
import Testing
@testable import UseCases

/// A light mandate given to the structure: any referent of the quartier acts under it; read, told of, prolonged, over.
@Suite struct StructureMandateTests {
    @Test(arguments: Engine.all) func whoeverGuidesTheQuartierActsUnderIt(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let id = try await test.structureForJeanne()
        let first = try await test.ask(under: id, by: test.guide)
        test.clock.move(.minutes(1))
        let second = try await test.ask(under: id, by: test.administrator)
        test.clock.move(.minutes(1))
        #expect([first.asker, second.asker] == [test.cast.jeanne.id, test.cast.jeanne.id])
        await #expect(throws: Refusal.notFound) { try await test.ask(under: id, by: test.otherGuide) }
        try await test.grant(Role(.referent, neighbourhood: test.town.neighbourhoods[0].id), to: test.cast.lucie)
        let successor = Actor(person: test.cast.lucie.id, roles: [Role(.referent, neighbourhood: test.town.neighbourhoods[0].id)])
        try await RequestClosing(test.house).cancel(through: test.door(id, first.id, successor), reason: nil, in: test.town)
        let acts = try await Mandating(test.house).acts(through: .account(id, try await test.viewer(test.cast.martine)), in: test.town)
        #expect(acts.entries.map(\.actorName) == ["Lucie P.", "Ariane B.", "Martine M."])
        #expect(acts.entries.map(\.act.deed) == [.cancelled, .asked, .asked])
        #expect(acts.entries.first?.reference == first.reference)
        #expect(try await test.journal(about: test.cast.jeanne).last == "read_contact mandate_acts")
    }

    @Test func noReferentOpensOneOutsideTheirQuartiers() async throws {
        let test = try await TestHouse()
        await #expect(throws: Refusal.invalid("neighbourhood", "refusal.mandatePlace")) {
            try await test.structureForJeanne(["neighbourhood": "la-gare"])
        }
        let form = MandateForm(["firstName": "Jeanne", "neighbourhood": "les-tilleuls", "months": "6", "ask": "yes"])
        await #expect(throws: Refusal.notFound) {
            try await Mandating(test.house).open(form, by: Actor(person: test.cast.karim.id), in: test.town)
        }
    }

    @Test(arguments: Engine.all) func theRepresentedPersonSeesItInTheirAccount(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let id = try await test.proposeForPaulette(["phone": "06 00 00 00 02", "firstName": "Karim"])
        var yes = TestHouse.yesByPhone
        yes.fields["known"] = test.cast.karim.id.text
        try await Mandating(test.house).record(yes, of: id, by: test.guide, in: test.town)
        let karim = try await test.viewer(test.cast.karim)
        let board = try await Mandating(test.house).board(of: karim, in: test.town)
        #expect(board.given.map(\.mandate.id) == [id] && board.held.isEmpty)
        #expect(try await Mandating(test.house).acts(through: .account(id, karim), in: test.town).mayRevoke)
        let lucie = try await test.viewer(test.cast.lucie)
        await #expect(throws: Refusal.notFound, "whoever acts does not read the journal of it") {
            try await Mandating(test.house).acts(through: .account(id, lucie), in: test.town)
        }
        await test.work()
        let mail = try #require(test.mailer.sent.last { $0.to.address == "karim@clairval.test" && $0.text.contains("/mandat/") })
        #expect(mail.text.contains("Lucie P."))
        try await Mandating(test.house).revoke(through: .account(id, karim), in: test.town)
        #expect(try await test.mandate(id)?.closedBy == test.cast.karim.id)
    }

    @Test(arguments: Engine.all) func oneReaderAtMostReadsAndDoesNothingElse(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let id = try await test.structureForJeanne()
        _ = try await test.ask(under: id, by: test.guide)
        let mandating = Mandating(test.house)
        let guide = MandateDoor.account(id, try await test.viewer(test.cast.martine))
        func admit(_ name: String) async throws -> MandateDoor {
            let form = MandateReaderForm(["readerName": name, "readerEmail": "\(name.lowercased())@ailleurs.test"])
            try await mandating.admit(form, through: guide, in: test.town)
            await test.work()
            let mail = try #require(test.mailer.sent.last { $0.to.address == "\(name.lowercased())@ailleurs.test" })
            let text = try #require(mail.text.firstMatch(of: /\/mandat\/([A-Za-z0-9_-]+)/)?.output.1)
            return .link(try #require(Token(text: text)))
        }
        let denis = try await admit("Denis")
        let read = try await mandating.acts(through: denis, in: test.town)
        #expect(read.entries.count == 1 && !read.mayRevoke && !read.mayChooseReader)
        await #expect(throws: Refusal.notFound) { try await mandating.revoke(through: denis, in: test.town) }
        await #expect(throws: Refusal.notFound) { try await mandating.proof(through: denis, in: test.town) }
        await #expect(throws: Refusal.notFound) { try await mandating.dismissReader(through: denis, in: test.town) }
        let claire = try await admit("Claire")
        await #expect(throws: Refusal.notFound, "there is one") { try await mandating.acts(through: denis, in: test.town) }
        await #expect(throws: Refusal.notFound, "in another town") { try await mandating.acts(through: claire, in: test.elsewhere) }
        try await mandating.dismissReader(through: guide, in: test.town)
        await #expect(throws: Refusal.notFound) { try await mandating.acts(through: claire, in: test.town) }
        #expect(try await test.journal(.granted).suffix(2) == ["mandate_reader", "mandate_reader"])
    }

    @Test(arguments: Engine.all) func itsEndIsToldTwoWeeksBeforeAndComesByItself(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let id = try await test.confirmedForPaulette()
        let end = try #require(try await test.mandate(id)?.endsAt)
        let mandating = Mandating(test.house)
        func told() -> Int { test.mailer.sent.filter { $0.to.address == "lucie@clairval.test" && $0.text.contains("se termine le") }.count }
        test.clock.move(end - .days(15) - test.clock.now)
        await test.work(withSchedules: true)
        #expect(told() == 0)
        #expect(try await mandating.desk(by: test.guide, in: test.town).count.ending == 0)
        for _ in 1...2 {
            test.clock.move(.days(2))
            await test.work(withSchedules: true)
        }
        #expect(told() == 1)
        #expect(try await mandating.desk(by: test.guide, in: test.town).ending.map(\.mandate.id) == [id])
        test.clock.move(end - test.clock.now)
        await #expect(throws: Refusal(.forbidden, "refusal.mandateOver"), "before the night has written it down") {
            try await test.ask(under: id, by: Actor(person: test.cast.lucie.id))
        }
        test.clock.move(.days(1))
        await test.work(withSchedules: true)
        #expect(try await test.mandate(id)?.state == .expired)
        #expect(try await test.mandate(id)?.closedAt == end)
        test.clock.move(.days(370))
        await test.work(withSchedules: true)
        #expect(try await test.mandate(id) == nil, "kept for a year")
    }

    @Test func nearItsEndAVoiceProlongsIt() async throws {
        let test = try await TestHouse()
        let id = try await test.confirmedForPaulette()
        let end = try #require(try await test.mandate(id)?.endsAt)
        test.clock.move(end - .days(5) - test.clock.now)
        try await Mandating(test.house).record(TestHouse.yesByPhone, of: id, by: test.guide, in: test.town)
        #expect(try await test.mandate(id)?.endsAt == test.clock.now.adding(months: 6, in: test.town.town.timeZone))
        // The same form again changes nothing.
        test.clock.move(.days(1))
        try await Mandating(test.house).record(MandateAnswerForm(["answer": "no"]), of: id, by: test.guide, in: test.town)
        #expect(try await test.mandate(id)?.state == .confirmed)
    }

    @Test func aProposalThatNobodyHeardIsForgotten() async throws {
        let test = try await TestHouse()
        let id = try await test.proposeForPaulette()
        let person = try #require(try await test.mandate(id)).represented
        test.clock.move(.days(29))
        await test.work(withSchedules: true)
        #expect(try await test.mandate(id) != nil)
        test.clock.move(.days(2))
        await test.work(withSchedules: true)
        #expect(try await test.mandate(id) == nil)
        #expect(try await test.person(person) == nil)
    }

    @Test(arguments: Engine.all) func theFileHoldsItAndErasingEndsIt(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let id = try await test.confirmedForPaulette()
        let pending = try await test.proposeForPaulette(["firstName": "Odette", "phone": "04 90 55 66 79"])
        _ = try await test.ask(under: id, by: Actor(person: test.cast.lucie.id))
        let lucie = try await test.viewer(test.cast.lucie)
        let file = try await Exporting(test.house).file(of: lucie, in: test.town)
        let chapters = Dictionary(uniqueKeysWithValues: file.chapters.map { ($0.name, "\($0.entries)") })
        #expect(chapters["mandates"]?.contains("Paulette V.") == true && chapters["mandates"]?.contains("holder") == true)
        #expect(chapters["acts"]?.contains("deed_asked") == true && chapters["mandates"]?.contains("04\u{A0}90") == false)
        try await Erasing(test.house).erase(lucie, in: test.town)
        let left = try #require(try await test.mandate(id))
        #expect(left.state == .revoked && left.holder == Person.nobody.id)
        #expect(try await test.mandate(pending) == nil)
        let acts = try await test.house.read(test.town.town) { try MandateActs($0).of(id) }
        #expect(acts.map(\.actor) == [Person.nobody.id], "what was done can still be read")
    }

    @Test func erasingTheRepresentedPersonTakesAllOfIt() async throws {
        let test = try await TestHouse()
        let id = try await test.proposeForPaulette(["phone": "06 00 00 00 02"])
        var yes = TestHouse.yesByPhone
        yes.fields["known"] = test.cast.karim.id.text
        try await Mandating(test.house).record(yes, of: id, by: test.guide, in: test.town)
        _ = try await test.ask(under: id, by: Actor(person: test.cast.lucie.id))
        try await Erasing(test.house).erase(try await test.viewer(test.cast.karim), in: test.town)
        #expect(try await test.mandate(id) == nil)
        #expect(try await test.deeds(id).isEmpty)
    }
}
