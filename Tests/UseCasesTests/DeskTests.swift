import Database
import Domain
import Persistence
import TestSupport
import Testing
@testable import UseCases

@Suite struct DeskTests {
    private static let needs = [
        "category-2": "dogs", "when-2": "every", "rhythm-2": "daily", "category-3": "talk", "details-3": "le soir",
    ]

    private func begin(_ test: TestHouse, _ number: String? = nil) async throws -> ID<Call> {
        try await Desk(test.house).begin(number: number, by: test.attendant, in: test.town)
    }

    private func stored(_ id: ID<Call>, _ test: TestHouse) async throws -> Call {
        try #require(try await test.house.read(test.town.town) { try Calls($0).find(id) })
    }

    @Test(arguments: Engine.all) func threeNeedsOfOneCallAreThreeRequestsOfOnePerson(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let keys = test.town.activeCategories.map(\.key)
        let changes = Self.needs.merging(["category-2": keys[1], "category-3": keys[2]]) { $1 }
        let ids = try await test.takeNeeds(changes.merging(["for": "other", "otherFirstName": "Paul"]) { $1 }, by: test.attendant)
        let requests = try await test.house.read(test.town.town) { scope in try ids.compactMap { try HelpRequests(scope).find($0) } }
        #expect(requests.count == 3 && Set(requests.map(\.reference.text)).count == 3)
        #expect(Set(requests.map(\.asker)).count == 1 && Set(requests.map(\.beneficiary)).count == 1)
        #expect(requests.map(\.details) == [nil, nil, "le soir"] && requests.map(\.wanted) == [.now, .every(.daily), .now])
        let opened = try await Referents(test.house).open(ids[0], by: test.guide, in: test.town)
        #expect(Set(opened.beside.map(\.id)) == Set(ids.dropFirst()))
    }

    @Test(arguments: Engine.all) func whatIsTypedIsThereForWhoeverGoesOn(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let desk = Desk(test.house)
        let call = try await begin(test, "04 90 11 22 33")
        let form = CallForm(["category": "groceries", "phone": "04 90 11 22 33", "details": "du pain", "notice": "yes"])
        _ = try await desk.save(form, of: call, seen: 1, by: test.attendant, in: test.town)
        let seen = try await desk.open(call, by: test.administrator, in: test.town)
        #expect(seen.holder?.name == "Odile F." && seen.holder?.mayTakeOver == false && seen.form.fields.isEmpty && seen.call.phone == nil)
        await #expect(throws: Refusal.self) { try await desk.takeOver(call, by: test.administrator, in: test.town) }
        try await desk.keep(form, of: call, seen: 2, by: test.attendant, in: test.town)
        #expect(try await desk.board(by: test.administrator, in: test.town).kept.map(\.call.id) == [call])
        try await desk.takeOver(call, by: test.administrator, in: test.town)
        let opened = try await desk.open(call, by: test.administrator, in: test.town)
        #expect(opened.form == form && opened.holder == nil && opened.call.noticeReadAt != nil)
        #expect(try await test.journal(.readContact) == ["call_taken_over"])
        let refusal = await #expect(throws: Refusal.self) {
            _ = try await desk.save(form, of: call, seen: opened.call.version, by: test.attendant, in: test.town)
        }
        #expect(refusal?.key == "refusal.callHeld")
    }

    @Test func aReferentGoesOnWithTheirOwnCallsOnly() async throws {
        let test = try await TestHouse()
        let desk = Desk(test.house)
        let call = try await begin(test)
        try await desk.keep(CallForm(["details": "mot"]), of: call, seen: 1, by: test.attendant, in: test.town)
        await #expect(throws: Refusal.notFound) { _ = try await desk.open(call, by: test.guide, in: test.town) }
        await #expect(throws: Refusal.notFound) { try await desk.takeOver(call, by: test.guide, in: test.town) }
        #expect(try await desk.board(by: test.guide, in: test.town).kept.isEmpty)
        for actor in [Actor.visitor, Actor(person: test.cast.karim.id), Actor(person: test.cast.officer.id, roles: [Role(.dpo)])] {
            await #expect(throws: Refusal.notFound) { _ = try await desk.board(by: actor, in: test.town) }
            await #expect(throws: Refusal.notFound) { _ = try await desk.begin(number: nil, by: actor, in: test.town) }
            await #expect(throws: Refusal.notFound) { _ = try await desk.open(call, by: actor, in: test.town) }
        }
    }

    @Test(arguments: Engine.all) func theSameNeedOfTheSameNumberIsAskedAbout(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let desk = Desk(test.house)
        let first = try await test.takeCall()
        let person = try #require(try await test.request(first)).asker
        let call = try await begin(test)
        let form = CallForm(PhoneDoorTests.call.merging(["known": person.text]) { $1 })
        let saved = try await desk.save(form, of: call, seen: 1, by: test.attendant, in: test.town)
        #expect(saved.repetitions.map(\.request.id) == [first] && saved.repetitions.map(\.need) == [1])
        _ = try await desk.save(form, of: call, seen: 2, by: test.attendant, in: test.town)
        #expect(try await test.journal(.searched) == ["repetition"], "once for a call")
        let refusal = await #expect(throws: Refusal.self) {
            _ = try await desk.take(form, of: call, seen: 3, by: test.attendant, language: "fr", in: test.town)
        }
        #expect(refusal?.fields.map(\.name) == ["repetition"])
        #expect(try await desk.join(1, to: first, form, of: call, seen: 3, by: test.attendant, in: test.town), "nothing else was asked for")
        #expect(try await stored(call, test).ending == .told)
        #expect(try await Referents(test.house).open(first, by: test.guide, in: test.town).events.map(\.what).contains(.rangAgain))
        #expect(try await desk.spoken(call, by: test.attendant, in: test.town).requests.map(\.request.id) == [first])
    }

    @Test(arguments: Engine.all) func whatWasJoinedIsTakenApartAgain(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let desk = Desk(test.house)
        let first = try await test.takeCall()
        let call = try await begin(test)
        let two = CallForm(PhoneDoorTests.call.merging(["details": "du pain", "category-2": test.town.activeCategories[1].key]) { $1 })
        #expect(try await !desk.join(1, to: first, two, of: call, seen: 1, by: test.attendant, in: test.town), "another need is left")
        let joined = try await desk.open(call, by: test.attendant, in: test.town)
        #expect(joined.form.filled == [2] && joined.form.joined.map(\.request) == [first] && joined.repetitions.isEmpty)
        try await desk.unjoin(1, joined.form, of: call, seen: 2, by: test.attendant, in: test.town)
        let apart = try await desk.open(call, by: test.attendant, in: test.town)
        #expect(apart.form.filled == [1, 2] && apart.form["details"] == "du pain" && apart.repetitions.isEmpty)
        #expect(try await test.house.read(test.town.town) { try CallRequests($0).of(call).isEmpty })
    }

    @Test func aCallThatEndedAboutAnotherRequestIsTakenUpAgain() async throws {
        let test = try await TestHouse()
        let desk = Desk(test.house)
        let first = try await test.takeCall()
        let call = try await begin(test, "04 90 11 22 33")
        let form = CallForm(PhoneDoorTests.call)
        #expect(try await desk.join(1, to: first, form, of: call, seen: 1, by: test.attendant, in: test.town))
        await #expect(throws: Refusal.self) { _ = try await desk.takeUpAgain(call, by: test.administrator, in: test.town) }
        let again = try await desk.takeUpAgain(call, by: test.attendant, in: test.town)
        let opened = try await desk.open(again, by: test.attendant, in: test.town)
        #expect(opened.form["category"] == "groceries" && opened.form.phone == PhoneNumber("04 90 11 22 33") && opened.repetitions.isEmpty)
        await #expect(throws: Refusal.self) { _ = try await desk.takeUpAgain(call, by: test.attendant, in: test.town) }
        #expect(try await stored(call, test).ending == .abandoned)
    }

    @Test func anotherNeedIsAnotherRequestAndOldOnesAreLetBe() async throws {
        let test = try await TestHouse()
        let desk = Desk(test.house)
        let first = try await test.takeCall()
        let person = try #require(try await test.request(first)).asker
        var form = CallForm(PhoneDoorTests.call.merging(["known": person.text]) { $1 })
        let call = try await begin(test)
        try await desk.setApart(first, form, of: call, seen: 1, by: test.attendant, in: test.town)
        form = try await desk.open(call, by: test.attendant, in: test.town).form
        let made = try await desk.take(form, of: call, seen: 2, by: test.attendant, language: "fr", in: test.town)
        #expect(made.count == 1 && made != [first])
        test.clock.move(.days(8))
        let later = try await begin(test)
        let saved = try await desk.save(CallForm(PhoneDoorTests.call), of: later, seen: 1, by: test.attendant, in: test.town)
        #expect(saved.repetitions.isEmpty)
    }

    @Test func whoGivesNothingIsServedAndToldToRingAgain() async throws {
        let test = try await TestHouse()
        let call = try await begin(test)
        let form = CallForm(["category": "groceries", "notice": "yes"])
        _ = try await Desk(test.house).take(form, of: call, seen: 1, by: test.attendant, language: "fr", in: test.town)
        let spoken = try await Desk(test.house).spoken(call, by: test.attendant, in: test.town)
        #expect(spoken.requests.map(\.isReachable) == [false] && spoken.requests[0].ownerName == "Ariane B.")
        let asker = try await test.person(spoken.requests[0].request.asker)
        #expect(asker?.firstName == "Une personne" && asker?.phone == nil)
    }

    @Test(arguments: Engine.all) func anErasedCallerIsInNoCall(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let desk = Desk(test.house)
        let karim = test.cast.karim
        let call = try await begin(test)
        let form = CallForm(PhoneDoorTests.call.merging(["phone": "06 00 00 00 02", "known": karim.id.text]) { $1 })
        _ = try await desk.take(form, of: call, seen: 1, by: test.attendant, language: "fr", in: test.town)
        let unknown = try await begin(test, "06 00 00 00 02")
        try await desk.end(unknown, as: .oriented, by: test.attendant, in: test.town)
        let file = try await Exporting(test.house).file(of: try await test.viewer(karim), in: test.town)
        #expect("\(file.chapters.first { $0.name == "calls" }?.entries ?? [])".contains("call_request_taken"))
        try await Erasing(test.house).erase(try await test.viewer(karim), in: test.town)
        for id in [call, unknown] {
            let left = try await stored(id, test)
            #expect(left.phone == nil && left.caller == nil && left.state == .ended)
        }
        try await Erasing(test.house).erase(try await test.viewer(test.cast.attendant), in: test.town)
        let left = try await stored(call, test)
        #expect(left.begunBy == Person.nobody.id && left.holder == Person.nobody.id)
    }

    @Test(arguments: Engine.all) func aCallThatNobodyGoesOnWithIsForgotten(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let desk = Desk(test.house)
        let call = try await begin(test, "04 90 11 22 33")
        try await desk.keep(CallForm(["details": "du pain"]), of: call, seen: 1, by: test.attendant, in: test.town)
        test.clock.move(Call.unfinished)
        try await ResidentsSweep(house: test.house).turn(in: test.town)
        #expect(try await stored(call, test).draft["details"] == "du pain")
        test.clock.move(.milliseconds(1))
        try await ResidentsSweep(house: test.house).turn(in: test.town)
        let left = try await stored(call, test)
        #expect(left.draft.isEmpty && left.phone == nil && left.ending == .abandoned)
        #expect(try await desk.board(by: test.attendant, in: test.town).own.isEmpty)
    }

    @Test func anOperatorSaysHowAnyRequestOfTheTownStands() async throws {
        let test = try await TestHouse()
        let reference = try #require(try await test.request(try await test.openRequest())).reference
        let spoken = try await Referents(test.house).spoken(reference, by: test.attendant, in: test.town)
        #expect(!spoken.mayOpen && spoken.ownerName == "Martine M.")
        await #expect(throws: Refusal.notFound) {
            _ = try await Referents(test.house).open(spoken.request.id, by: test.attendant, in: test.town)
        }
        let call = try await begin(test)
        try await Desk(test.house).end(call, as: .told, about: reference.text, by: test.attendant, in: test.town)
        #expect(try await Desk(test.house).spoken(call, by: test.attendant, in: test.town).requests.map(\.request.reference) == [reference])
    }
}
