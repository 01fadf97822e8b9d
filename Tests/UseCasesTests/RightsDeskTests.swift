import Database
import Domain
import Mail
import Persistence
import Secrets
import TestSupport
import Testing
@testable import UseCases

@Suite struct RightsDeskTests {
    private static let form = [
        "kind": "access", "name": "Jeanne Durand", "answerBy": "email", "email": "jeanne.durand@exemple.test", "words": "mot secret",
    ]

    private func ask(_ test: TestHouse, _ changes: [String: String] = [:]) async throws -> ID<RightsRequest> {
        let desk = RightsDesk(test.house)
        let id = desk.newID()
        try await desk.ask(RightsForm(Self.form.merging(changes) { $1 }), id: id, language: "fr", in: test.town)
        return id
    }

    private func show(_ id: ID<RightsRequest>, _ test: TestHouse) async throws -> RightsRequest {
        try await RightsDesk(test.house).show(id, by: test.officer, in: test.town.town)
    }

    @Test(arguments: Engine.all) func aRequestIsReceivedOnceWithAReceiptAndLiesSealed(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let desk = RightsDesk(test.house)
        let id = try await ask(test)
        try await desk.ask(RightsForm(Self.form), id: id, language: "fr", in: test.town)
        let lists = try await desk.lists(by: test.officer, in: test.town.town)
        let one = try #require(lists.open.first)
        #expect(lists.open.count == 1 && one.name == "Jeanne Durand" && one.words == "mot secret" && one.takenBy == nil)
        #expect(one.dueAt == test.clock.now.adding(months: 1, in: .paris))
        let receipt = try await desk.receipt(id, in: test.town.town)
        #expect(receipt.reference == one.reference && receipt.dueAt == one.dueAt)
        await test.work()
        let mails = test.mailer.sent.filter { $0.to.address == "jeanne.durand@exemple.test" }
        #expect(mails.count == 1 && mails[0].subject.contains(one.reference.text) && mails[0].text.contains("04 00 00 00 00"))
        let sealed: [[UInt8]] = try await test.house.read(test.town.town) { scope in
            var values: [[UInt8]] = []
            try scope.sql.run("/* test */ SELECT name, contact, words FROM rights_requests WHERE town_id = \(scope.town)") {
                values = [try $0.next(), try $0.next(), try $0.next()]
            }
            return values
        }
        for value in sealed { #expect(!String(decoding: value, as: UTF8.self).contains(/Jeanne|jeanne|secret/)) }
        #expect(try await test.journal(.recorded) == ["rights_access"])
    }

    @Test(arguments: Engine.all) func itIsIdentifiedProlongedAndAnsweredAndAllOfItIsJournaled(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let (desk, town, id) = (RightsDesk(test.house), test.town.town, try await ask(test))
        await #expect(throws: Refusal.invalid("result", "refusal.rights.identity")) {
            try await desk.answer(id, ["result": "done"], by: test.officer, in: town)
        }
        try await desk.identify(id, .document, by: test.officer, in: town)
        try await desk.extend(id, ["reason": "Le dossier est gros."], by: test.officer, in: town)
        try await desk.answer(id, ["result": "partly", "words": "Voici une partie."], by: test.officer, in: town)
        let one = try await show(id, test)
        #expect(one.identity?.how == .document && one.identity?.by == test.cast.officer.id)
        #expect(one.extension?.reason == "Le dossier est gros." && one.dueAt == one.receivedAt.adding(months: 3, in: .paris))
        #expect(one.answer?.result == .partly && one.answer?.words == "Voici une partie.")
        #expect(try await test.journal(.decided) == ["rights_identity", "rights_extended", "rights_answered"])
        #expect(try await test.journal(.readContact) == ["rights"])
        await test.work()
        let words = test.mailer.sent.filter { $0.to.address == "jeanne.durand@exemple.test" }.map(\.text).joined()
        #expect(words.contains("Le dossier est gros.") && words.contains("Voici une partie.") && words.contains("cnil.fr"))
        let lists = try await desk.lists(by: test.officer, in: town)
        #expect(lists.open.isEmpty && lists.answered.map(\.id) == [id])
    }

    @Test func aLetterIsWrittenDownWithItsDay() async throws {
        let test = try await TestHouse()
        let (desk, id) = (RightsDesk(test.house), RightsDesk(test.house).newID())
        let form = RightsForm([
            "kind": "erasure", "name": "Paul", "answerBy": "letter", "address": "9 allée des Saules", "door": "paper",
            "receivedOn": "2026-11-10",
        ])
        try await desk.take(form, id: id, language: "fr", by: test.officer, in: test.town)
        let one = try await show(id, test)
        #expect(one.takenBy == test.cast.officer.id && one.door == .paper && CivilDay(one.dueAt, in: .paris).iso == "2026-12-10")
        await test.work()
        #expect(test.mailer.sent.isEmpty)
        await #expect(throws: Refusal.notFound) {
            try await desk.take(form, id: desk.newID(), language: "fr", by: test.administrator, in: test.town)
        }
    }

    @Test(arguments: Engine.all) func theOfficerIsRemindedOnceADayOfWhatIsDueWithinAWeek(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let due = try await show(try await ask(test, ["answerBy": "letter", "address": "ici"]), test).dueAt
        func reminders() async -> [String] {
            await test.work(withSchedules: true)
            return test.mailer.sent.filter { $0.to.address == "denise@clairval.test" }.map(\.text)
        }
        #expect(await reminders().isEmpty)
        test.move(to: due - .days(7) - .minutes(1))
        #expect(await reminders().isEmpty)
        test.move(to: due - .days(6))
        let first = await reminders()
        #expect(first.count == 1 && first[0].contains("1 demande est à répondre") && !first[0].contains("Dont"))
        #expect(await reminders().count == 1)
        test.move(to: due + .hours(20))
        #expect(await reminders().last?.contains("Dont 1 en retard.") == true)
    }

    @Test func aFileIsProducedForWhoeverHasNoAccountOnceTheyAreKnown() async throws {
        let test = try await TestHouse()
        let (desk, town, id) = (RightsDesk(test.house), test.town, try await ask(test))
        await #expect(throws: Refusal(.conflict, "refusal.rights.identity")) {
            try await desk.candidates("04 90 00 00 01", for: id, by: test.officer, in: town.town)
        }
        try await desk.identify(id, .call, by: test.officer, in: town.town)
        let found = try await desk.candidates("04 90 00 00 01", for: id, by: test.officer, in: town.town)
        #expect(found.map(\.name) == ["Jeanne D."])
        #expect(try await desk.candidates("04 90 99 99 99", for: id, by: test.officer, in: town.town).isEmpty)
        await #expect(throws: Refusal.invalid("who", "refusal.who")) {
            try await desk.candidates("Jeanne", for: id, by: test.officer, in: town.town)
        }
        let file = try await desk.file(of: try #require(found.first?.id), for: id, by: test.officer, in: town)
        #expect("\(file)".contains("Durand"))
        #expect(try await test.journal(.printed) == ["export", "rights_file"])
        #expect(try await test.journal(.searched).count == 2)
        for actor in [test.administrator, test.guide, .visitor] {
            await #expect(throws: Refusal.notFound) { try await desk.file(of: test.cast.jeanne.id, for: id, by: actor, in: town) }
            await #expect(throws: Refusal.notFound) { try await desk.show(id, by: actor, in: town.town) }
        }
        await #expect(throws: Refusal.notFound) { try await desk.show(id, by: test.officer, in: test.elsewhere.town) }
    }

    @Test(arguments: Engine.all) func whoeverHasNoAccountIsErasedOnceTheyAreKnown(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let (desk, town, jeanne) = (RightsDesk(test.house), test.town, test.cast.jeanne.id)
        let id = try await ask(test, ["kind": "erasure"])
        await #expect(throws: Refusal(.conflict, "refusal.rights.identity")) {
            try await desk.erase(jeanne, for: id, by: test.officer, in: town)
        }
        try await desk.identify(id, .call, by: test.officer, in: town.town)
        for actor in [test.administrator, test.guide, .visitor] {
            await #expect(throws: Refusal.notFound) { try await desk.erase(jeanne, for: id, by: actor, in: town) }
        }
        await #expect(throws: Refusal.notFound, "an erasure opens no file") {
            try await desk.file(of: jeanne, for: id, by: test.officer, in: town)
        }
        #expect(try await desk.candidates("04 90 00 00 01", for: id, by: test.officer, in: town.town).map(\.id) == [jeanne])
        try await desk.erase(jeanne, for: id, by: test.officer, in: town)
        #expect(try await test.person(jeanne) == nil)
        #expect(try await desk.candidates("04 90 00 00 01", for: id, by: test.officer, in: town.town).isEmpty)
        #expect(try await test.journal(.decided).suffix(2) == ["rights_erasure", "erasure"])
        #expect(try test.house.keys.notes(in: "erasures").contains { $0.contains(jeanne.text) })
        await #expect(throws: Refusal.notFound) { try await desk.erase(jeanne, for: id, by: test.officer, in: town) }
    }

    @Test func byTheReferenceOfARequestForHelp() async throws {
        let test = try await TestHouse()
        let created = try await test.ask()
        let id = try await ask(test)
        try await RightsDesk(test.house).identify(id, .known, by: test.officer, in: test.town.town)
        let found = try await RightsDesk(test.house).candidates(
            created.request.reference.text, for: id, by: test.officer, in: test.town.town)
        #expect(found.map(\.id) == [created.request.asker])
    }
}
