import Database
import Domain
import Persistence
import TestSupport
import Testing
@testable import UseCases

@Suite struct PaperTests {
    private func sheets(_ count: Int, _ test: TestHouse) async throws -> [PaperSlip] {
        let paper = Paper(test.house)
        let printing = try await paper.printSheets("\(count)", by: test.attendant, in: test.town)
        return try await paper.sheets(printing, by: test.attendant, in: test.town)
    }

    private func call(_ id: ID<Call>, _ test: TestHouse) async throws -> Call {
        try #require(try await test.house.read(test.town.town) { try Calls($0).find(id) })
    }

    private func quartier(_ test: TestHouse, _ actor: Actor) async throws -> PaperDayList {
        try await Paper(test.house).dayList(of: .quartier(test.town.neighbourhoods[0]), by: actor, in: test.town)
    }

    @Test(arguments: Engine.all) func aSheetBecomesACallThatBeganWhenItSays(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let paper = Paper(test.house)
        let slips = try await sheets(3, test)
        #expect(
            slips.map(\.number) == [1, 2, 3] && Set(slips.map(\.code)).count == 3 && slips.allSatisfy { $0.isIntake && $0.entry == nil })
        let code = slips[1].code
        let taken = test.clock.now - .hours(3)
        let id = try await paper.begin(code.text.lowercased(), takenAt: taken, by: test.attendant, in: test.town)
        let begun = try await call(id, test)
        #expect(begun.begunAt == taken && begun.savedAt == test.clock.now && begun.holder == test.cast.attendant.id)
        let made = try await Desk(test.house).take(
            CallForm(PhoneDoorTests.call), of: id, seen: 1, by: test.attendant, language: "fr", in: test.town)
        let request = try await test.request(made[0])
        #expect(made.count == 1 && request?.door == .phone)
        #expect(try await Desk(test.house).spoken(id, by: test.attendant, in: test.town).sheet == code)
    }

    @Test(arguments: Engine.all) func theSameSheetTwiceLeadsToWhatWasEntered(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let paper = Paper(test.house)
        let code = try await sheets(1, test)[0].code.text
        let id = try await paper.begin(code, takenAt: test.clock.now, by: test.attendant, in: test.town)
        let refusal = await #expect(throws: Refusal.self) {
            _ = try await paper.begin(code, takenAt: test.clock.now, by: test.administrator, in: test.town)
        }
        #expect(refusal?.key == "refusal.paperEntered")
        let found = try await paper.find(code, by: test.attendant, in: test.town)
        #expect(found.slip.entry?.call == id && found.call == id && found.enteredBy == "Odile F.")
        let seenByGuide = try await paper.find(code, by: test.guide, in: test.town)
        #expect(seenByGuide.slip.entry != nil && seenByGuide.call == nil, "the call is the desk's")
    }

    @Test func whatIsNoCodeIsSaidToBeNone() async throws {
        let test = try await TestHouse()
        let paper = Paper(test.house)
        let code = try await sheets(1, test)[0].code.text
        let wrong = String(code.dropLast()) + (code.hasSuffix("2") ? "3" : "2")
        for (typed, key) in [(wrong, "refusal.paperCode"), ("T4K-92H", "refusal.paperCode"), ("22222", "refusal.paperUnknown")] {
            let refusal = await #expect(throws: Refusal.self) { _ = try await paper.find(typed, by: test.attendant, in: test.town) }
            #expect(refusal?.fields.map(\.key) == [key], "\(typed)")
        }
        await #expect(throws: Refusal.self) { _ = try await paper.find(code, by: test.administrator, in: test.elsewhere) }
        test.clock.move(PaperSlip.blankLife)
        let expired = await #expect(throws: Refusal.self) { _ = try await paper.find(code, by: test.attendant, in: test.town) }
        #expect(expired?.fields.map(\.key) == ["refusal.paperUnknown"])
        try await ResidentsSweep(house: test.house).turn(in: test.town)
        let left: Int? = try await test.house.database.read { try $0.value("SELECT count(*) FROM paper_codes") }
        #expect(left == 0)
    }

    @Test(arguments: Engine.all) func aRowIsEnteredOnceWithItsOutcome(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let paper = Paper(test.house)
        try await test.makeHelper(test.cast.karim)
        let (first, second) = (try await test.takeCall(), try await test.takeCall(["phone": "04 90 77 77 77"]))
        _ = try await test.sayYes(test.cast.karim, to: first)
        let list = try await quartier(test, test.guide)
        #expect(Set(list.lines.map(\.request.id)) == [first, second])
        let codes = Dictionary(uniqueKeysWithValues: list.lines.map { ($0.request.id, $0.code.text) })
        let (one, two) = (try #require(codes[first]), try #require(codes[second]))
        #expect(try await paper.note("1", of: one, by: test.attendant, in: test.town).entry?.result == .helped)
        let closed = try #require(try await test.request(first))
        #expect(closed.status == .closed && closed.outcome == .helped)
        #expect(try await paper.note("postponed", of: two, by: test.guide, in: test.town).entry?.result == .postponed)
        #expect(try await test.request(second)?.status == .open, "it goes on")
        for digit in ["1", "2"] {
            let refusal = await #expect(throws: Refusal.self) { try await paper.note(digit, of: one, by: test.guide, in: test.town) }
            #expect(refusal?.key == "refusal.paperEntered")
        }
        #expect(try await test.request(first)?.outcome == .helped)
    }

    @Test func whatIsNotOfferedIsAskedAgainAndNothingIsEntered() async throws {
        let test = try await TestHouse()
        let paper = Paper(test.house)
        let request = try await test.askForPaul()
        let line = try #require(try await quartier(test, test.guide).lines.first { $0.request.id == request })
        #expect(try await paper.find(line.code.text, by: test.guide, in: test.town).offered == [.postponed], "Paul has not agreed")
        _ = try await paper.find(line.code.text, by: test.guide, in: test.town, isShown: false)
        #expect(try await test.journal(.searched) == ["paper_code"], "once for each look")
        for typed in ["1", "8", "", "aidé"] {
            let refusal = await #expect(throws: Refusal.self) {
                try await paper.note(typed, of: line.code.text, by: test.guide, in: test.town)
            }
            #expect(refusal?.fields.map(\.name) == ["result"])
        }
        #expect(try await paper.find(line.code.text, by: test.guide, in: test.town).slip.entry == nil)
    }

    @Test(arguments: Engine.all) func aListNamesPeopleOnlyToWhoGuidesThemAndTheJournalKnows(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        _ = try await test.takeCall()
        let operators = try await quartier(test, test.attendant)
        #expect(operators.lines.map(\.firstName) == [nil])
        #expect(try await test.journal(.printed).isEmpty)
        let guides = try await quartier(test, test.guide)
        #expect(guides.lines.map(\.firstName) == ["Odette"])
        #expect(try await test.journal(.printed) == ["day_list"])
        #expect(guides.lines.map(\.code) == operators.lines.map(\.code), "printed again on the same day, a row keeps its code")
        test.clock.move(.days(1))
        #expect(try await quartier(test, test.guide).lines.map(\.code) != guides.lines.map(\.code))
    }

    @Test func whatIsWantedLaterIsForALaterList() async throws {
        let test = try await TestHouse()
        let later = CivilDay(test.clock.now + .days(3), in: test.town.town.timeZone).iso
        let (now, then) = (try await test.takeCall(), try await test.takeCall(["when": "date", "date": later, "phone": "04 90 77 77 77"]))
        #expect(try await quartier(test, test.guide).lines.map(\.request.id) == [now])
        test.clock.move(.days(3))
        #expect(Set(try await quartier(test, test.guide).lines.map(\.request.id)) == [now, then])
    }

    @Test(arguments: Engine.all) func anOrganisationsListHoldsWhatItIsAskedOrHas(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let fournil = try await test.makeOrganisation("fournil")
        let other = try await test.makeOrganisation("autre")
        let asked = try await test.openRequestForOrganisations()
        let paper = Paper(test.house)
        let list = try await paper.dayList(of: .organisation(fournil.id), by: test.attendant, in: test.town)
        #expect(list.lines.map(\.request.id) == [asked] && list.organisation == "fournil")
        #expect(try await paper.dayList(of: .organisation(other.id), by: test.attendant, in: test.town).lines.isEmpty)
        try await test.answer("fournil", .accept, name: "Rose")
        #expect(
            try await paper.dayList(of: .organisation(fournil.id), by: test.attendant, in: test.town).lines.map(\.request.id) == [asked])
        await #expect(throws: Refusal.notFound) {
            _ = try await paper.dayList(of: .organisation(fournil.id), by: test.guide, in: test.town)
        }
    }

    @Test func paperIsForWhoAnswersCallsAndOnlyTheirOwnRows() async throws {
        let test = try await TestHouse()
        let paper = Paper(test.house)
        _ = try await test.takeCall()
        let code = try #require(try await quartier(test, test.guide).lines.first).code.text
        let stranger = await #expect(throws: Refusal.self) { _ = try await paper.find(code, by: test.otherGuide, in: test.town) }
        #expect(stranger?.fields.map(\.key) == ["refusal.paperUnknown"], "to another quartier's referent there is no such code")
        await #expect(throws: Refusal.notFound) { _ = try await quartier(test, test.otherGuide) }
        for actor in [Actor.visitor, Actor(person: test.cast.karim.id), Actor(person: test.cast.officer.id, roles: [Role(.dpo)])] {
            await #expect(throws: Refusal.notFound) { _ = try await paper.printSheets("1", by: actor, in: test.town) }
            await #expect(throws: Refusal.notFound) { _ = try await paper.find(code, by: actor, in: test.town) }
            await #expect(throws: Refusal.notFound) { _ = try await paper.choices(by: actor, in: test.town) }
            await #expect(throws: Refusal.notFound) { _ = try await quartier(test, actor) }
        }
        #expect(try await paper.choices(by: test.guide, in: test.town).quartiers.map(\.slug) == ["les-tilleuls"])
    }

    @Test(arguments: Engine.all) func aRowOfTheCallListIsACallThatWasMade(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        try await test.makeHelper(test.cast.karim)
        let id = try await test.takeCall()
        _ = try await test.sayYes(test.cast.karim, to: id)
        let line = try #require(try await Referents(test.house).dayList(by: test.guide, in: test.town).lines.first)
        let paper = Paper(test.house)
        #expect(try await paper.find(line.code.text, by: test.guide, in: test.town).offered == PaperResult.ofCalls)
        try await paper.note("1", of: line.code.text, by: test.guide, in: test.town)
        #expect(try await test.openCalls(id).isEmpty)
        #expect(try await test.request(id)?.status == .matched, "nothing was said of the help")
        #expect(try await Referents(test.house).open(id, by: test.guide, in: test.town).events.last?.what == .rang(.matched, .told))
    }

    @Test(arguments: Engine.all) func rowsGoWithThePersonAndSheetsOutliveWhoPrintedThem(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let paper = Paper(test.house)
        let request = try await test.takeCall(["known": test.cast.karim.id.text, "phone": "06 00 00 00 02"])
        let row = try #require(try await quartier(test, test.guide).lines.first { $0.request.id == request }).code.text
        let sheet = try await sheets(1, test)[0].code.text
        try await Erasing(test.house).erase(try await test.viewer(test.cast.karim), in: test.town)
        try await Erasing(test.house).erase(try await test.viewer(test.cast.attendant), in: test.town)
        await #expect(throws: Refusal.self) { _ = try await paper.find(row, by: test.administrator, in: test.town) }
        #expect(try await paper.find(sheet, by: test.administrator, in: test.town).slip.printedBy == Person.nobody.id)
        guard engine.testDescription == "sqlite" else { return }
        #expect(try await test.columns(holding: test.cast.attendant.id).allSatisfy { !$0.hasPrefix("paper_codes") })
    }
}
