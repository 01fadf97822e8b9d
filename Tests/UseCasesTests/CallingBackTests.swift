import Database
import Domain
import Persistence
import TestSupport
import Testing
import UseCases

@Suite struct CallingBackTests {
    private static let missed = ["phone": "06 11 22 33 44", "reason": "missed", "name": "Mme Rossi", "words": "rappeler, porte bleue"]

    private func promised(_ test: TestHouse, _ changes: [String: String] = [:]) async throws -> CallerKey {
        let before = Set(try await board(test).queue.due.map(\.key))
        let form = CallBackForm(Self.missed.merging(changes) { $1 })
        try await CallingBack(test.house).promise(form, by: test.attendant, in: test.town)
        let queue = try await board(test).queue
        return try #require((queue.due + queue.later).map(\.key).first { !before.contains($0) })
    }

    private func board(_ test: TestHouse, by actor: Actor? = nil) async throws -> CallingBack.Board {
        try await CallingBack(test.house).board(by: actor ?? test.attendant, in: test.town)
    }

    /// Odette has no e-mail: that Karim said yes must be told by voice.
    private func matched(_ test: TestHouse) async throws -> (ID<HelpRequest>, CallerKey) {
        try await test.makeHelper(test.cast.karim)
        let id = try await test.takeCall()
        _ = try await test.sayYes(test.cast.karim, to: id)
        return (id, .person(try #require(try await test.request(id)).asker))
    }

    @Test(arguments: Engine.all) func oneOperatorRingsOneCallerAndTheJournalKnows(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let callingBack = CallingBack(test.house)
        let key = try await promised(test)
        #expect(try await callingBack.takeNext(by: test.attendant, in: test.town) == key)
        #expect(try await test.journal(.readContact) == ["ring_back"])
        #expect(try await callingBack.takeNext(by: test.administrator, in: test.town) == nil)
        let refusal = await #expect(throws: Refusal.self) { try await callingBack.take(key, by: test.administrator, in: test.town) }
        #expect(refusal?.key == "refusal.callerHeld")
        let unheld = await #expect(throws: Refusal.self) { _ = try await callingBack.open(key, by: test.administrator, in: test.town) }
        #expect(unheld?.key == "refusal.callerHeld")
        let held = try await callingBack.open(key, by: test.attendant, in: test.town)
        #expect(
            held.name == "Mme Rossi" && held.phone == PhoneNumber("06 11 22 33 44") && held.promises.first?.words == Self.missed["words"])
        #expect(try await board(test, by: test.administrator).holders[test.cast.attendant.id] == "Odile F.")
        test.clock.move(.minutes(15))
        try await callingBack.take(key, by: test.administrator, in: test.town)
        #expect(try await test.journal(.readContact).count == 2, "a lock frees itself, and who reads next is in the journal too")
    }

    @Test(arguments: Engine.all) func nobodyAtHomeIsTriedAtAnotherTime(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let callingBack = CallingBack(test.house)
        let key = try await promised(test)
        try await callingBack.take(key, by: test.attendant, in: test.town)
        let held = try await callingBack.open(key, by: test.attendant, in: test.town)
        try await callingBack.note(.noAnswer, of: key, knowing: 0, by: test.attendant, in: test.town)
        let queue = try await board(test).queue
        #expect(queue.due.isEmpty && queue.later.map(\.attempts) == [1] && queue.later.map(\.dueAt) == [held.next])
        #expect(queue.later.first?.lock == nil, "whoever was rung is let go of")
        try await callingBack.take(key, by: test.attendant, in: test.town)
        let again = try await callingBack.open(key, by: test.attendant, in: test.town)
        #expect(again.attempts.map(\.result) == [.noAnswer] && again.untried.count == CallHours.Part.allCases.count - 1)
        try await callingBack.note(.told, of: key, knowing: 0, by: test.attendant, in: test.town)
        #expect(try await board(test).queue.later.count == 1, "a form that was overtaken counts for nothing")
        try await callingBack.note(.told, of: key, knowing: 1, by: test.attendant, in: test.town)
        let after = try await board(test).queue
        #expect(after.due.isEmpty && after.later.isEmpty)
    }

    @Test(arguments: Engine.all) func allThatThereIsToSayIsSaidInOneCall(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let callingBack = CallingBack(test.house)
        let (id, key) = try await matched(test)
        #expect(try await promised(test, ["phone": "04 90 11 22 33"]) == key, "a number that is one person’s is theirs")
        try await callingBack.take(key, by: test.attendant, in: test.town)
        let held = try await callingBack.open(key, by: test.attendant, in: test.town)
        #expect(held.calls.map(\.ringBack.reason) == [.matched] && held.promises.count == 1 && held.calls[0].helperName == "Karim R.")
        try await callingBack.note(.told, of: key, knowing: 0, by: test.attendant, in: test.town)
        #expect(try await test.openCalls(id).isEmpty)
        #expect(try await board(test).queue == CallQueue([], locks: [], now: test.clock.now))
    }

    @Test(arguments: Engine.all) func aLongCallIsNotedAllTheSame(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let callingBack = CallingBack(test.house)
        let (id, key) = try await matched(test)
        try await callingBack.take(key, by: test.attendant, in: test.town)
        test.clock.move(.minutes(40))
        try await callingBack.note(.told, of: key, knowing: 0, by: test.attendant, in: test.town)
        #expect(try await test.openCalls(id).isEmpty)
    }

    @Test func whatNeedNotBeSaidIsSettledByItself() async throws {
        let test = try await TestHouse()
        let callingBack = CallingBack(test.house)
        let (id, key) = try await matched(test)
        _ = try await promised(test, ["phone": "04 90 11 22 33"])
        try await callingBack.take(key, by: test.attendant, in: test.town)
        let call = try #require(try await test.openCalls(id).first)
        await #expect(throws: Refusal.self) {
            try await callingBack.settle(call.id, of: .person(test.cast.karim.id), by: test.attendant, in: test.town)
        }
        await #expect(throws: Refusal.self) { try await callingBack.settle(call.id, of: key, by: test.administrator, in: test.town) }
        #expect(try await test.openCalls(id).count == 1)
        try await callingBack.settle(call.id, of: key, by: test.attendant, in: test.town)
        #expect(try await test.openCalls(id).isEmpty)
        #expect(try await board(test).queue.due.map(\.items.count) == [1], "the rest is still to be said")
    }

    @Test func theHourThatTheyAskForIsKept() async throws {
        let test = try await TestHouse()
        let callingBack = CallingBack(test.house)
        let (id, key) = try await matched(test)
        try await callingBack.take(key, by: test.attendant, in: test.town)
        let wrong = await #expect(throws: Refusal.self) {
            try await callingBack.note(
                .later, later: CallBackForm(["time": "tard"]), of: key, knowing: 0, by: test.attendant, in: test.town)
        }
        #expect(wrong?.fields.map(\.name) == ["time"])
        let form = CallBackForm(["time": "16:30", "day": CivilDay(test.clock.now + .days(1), in: test.town.town.timeZone).typed])
        let at = try form.time(now: test.clock.now, in: test.town.town.timeZone)
        try await callingBack.note(.later, later: form, of: key, knowing: 0, by: test.attendant, in: test.town)
        #expect(try await test.openCalls(id).map(\.dueAt) == [at])
        #expect(try await board(test).queue.later.map(\.dueAt) == [at])
    }

    @Test(arguments: Engine.all) func anOperatorMayDoWhatIsAskedOfWhomTheyHaveOnTheTelephone(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let id = try await test.askForPaul()
        let referents = Referents(test.house)
        let yes = AgreementForm(["answer": "yes", "channel": "phone", "noticeGiven": "yes", "sharePhone": "no"])
        await #expect(throws: Refusal.notFound) { _ = try await referents.open(id, by: test.attendant, in: test.town) }
        await #expect(throws: Refusal.notFound) { try await referents.record(yes, for: id, by: test.attendant, in: test.town) }
        let key = CallerKey.person(try #require(try await test.request(id)).beneficiary)
        try await CallingBack(test.house).take(key, by: test.attendant, in: test.town)
        #expect(try await referents.open(id, by: test.attendant, in: test.town).beneficiary.firstName == "Paul")
        let held = try await CallingBack(test.house).open(key, by: test.attendant, in: test.town)
        #expect(!held.canBeTold, "an agreement is no news to tell")
        try await CallingBack(test.house).note(.told, of: key, knowing: 0, by: test.attendant, in: test.town)
        #expect(try await test.openCalls(id).count == 1)
        await #expect(throws: Refusal.notFound, "what is asked of them, no more") {
            try await referents.cancel(id, .noLongerNeeded, tells: true, by: test.attendant, in: test.town)
        }
        test.clock.move(.minutes(20))
        try await referents.record(yes, for: id, by: test.attendant, in: test.town)
        #expect(try await test.request(id)?.status == .open)
        #expect(try await test.openCalls(id).isEmpty)
        try await CallingBack(test.house).release(by: test.attendant, in: test.town)
        await #expect(throws: Refusal.notFound) { _ = try await referents.open(id, by: test.attendant, in: test.town) }
    }

    @Test func anOperatorOpensWhatTheyAnswerFor() async throws {
        let test = try await TestHouse()
        let id = try await test.takeCall()
        await #expect(throws: Refusal.notFound) { _ = try await Referents(test.house).open(id, by: test.attendant, in: test.town) }
        let owner = test.cast.attendant.id
        _ = try await test.house.write(test.town.town) { scope in
            try scope.sql.run("UPDATE help_requests SET owner_id = \(owner) WHERE town_id = \(scope.town) AND id = \(id)")
        }
        #expect(try await Referents(test.house).open(id, by: test.attendant, in: test.town).owner.id == owner)
    }

    @Test(arguments: Engine.all) func aBrokenLineIsGoneOnWith(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let (desk, callingBack) = (Desk(test.house), CallingBack(test.house))
        let call = try await desk.begin(number: "06 11 22 33 44", by: test.attendant, in: test.town)
        let typed = CallForm(["phone": "06 11 22 33 44", "details": "du pain", "firstName": "Rosa"])
        try await callingBack.promise(
            CallBackForm(["reason": "cut_off"]), typed, of: call, seen: 1, by: test.attendant, in: test.town)
        let due = try #require(try await board(test).queue.due.first)
        try await callingBack.take(due.key, by: test.administrator, in: test.town)
        let held = try await callingBack.open(due.key, by: test.administrator, in: test.town)
        #expect(held.name == "Rosa" && held.promises.first?.call == call)
        try await desk.takeOver(call, by: test.administrator, in: test.town)
        #expect(try await desk.open(call, by: test.administrator, in: test.town).form["details"] == "du pain")
        try await desk.end(call, as: .oriented, by: test.administrator, in: test.town)
        #expect(try await board(test).queue.due.isEmpty, "once the call is over nobody rings to go on with it")
        let nameless = try await desk.begin(number: nil, by: test.attendant, in: test.town)
        let refusal = await #expect(throws: Refusal.self) {
            try await callingBack.promise(
                CallBackForm(["reason": "promised"]), CallForm([:]), of: nameless, seen: 1, by: test.attendant, in: test.town)
        }
        #expect(refusal?.fields.map(\.name) == ["phone", "time"])
    }

    @Test func toOthersTheListDoesNotExist() async throws {
        let test = try await TestHouse()
        let callingBack = CallingBack(test.house)
        let key = try await promised(test)
        for actor in [Actor.visitor, Actor(person: test.cast.karim.id), test.guide] {
            await #expect(throws: Refusal.notFound) { _ = try await callingBack.board(by: actor, in: test.town) }
            await #expect(throws: Refusal.notFound) { _ = try await callingBack.takeNext(by: actor, in: test.town) }
            await #expect(throws: Refusal.notFound) { try await callingBack.take(key, by: actor, in: test.town) }
            await #expect(throws: Refusal.notFound) { _ = try await callingBack.open(key, by: actor, in: test.town) }
        }
        await #expect(throws: Refusal.notFound) { try await callingBack.take(key, by: test.attendant, in: test.elsewhere) }
        await #expect(throws: Refusal.notFound) {
            try await callingBack.promise(CallBackForm(Self.missed), by: Actor(person: test.cast.karim.id), in: test.town)
        }
    }

    @Test func aReferentDoesNotRingWhomTheDeskIsRinging() async throws {
        let test = try await TestHouse()
        let (id, key) = try await matched(test)
        let call = try #require(try await test.openCalls(id).first)
        try await CallingBack(test.house).take(key, by: test.attendant, in: test.town)
        let refusal = await #expect(throws: Refusal.self) {
            _ = try await Referents(test.house).openCall(call.id, by: test.guide, in: test.town)
        }
        #expect(refusal?.key == "refusal.callerHeld")
        try await CallingBack(test.house).release(by: test.attendant, in: test.town)
        try await Referents(test.house).note(.noAnswer, of: call.id, knowing: 0, by: test.guide, in: test.town)
        try await CallingBack(test.house).take(key, by: test.attendant, in: test.town)
        let held = try await CallingBack(test.house).open(key, by: test.attendant, in: test.town)
        #expect(held.attempts.map(\.by) == [test.cast.martine.id], "whoever tried, the desk sees when")
    }

    @Test(arguments: Engine.all) func whatWasPromisedIsInTheCopyAndGoesWithThePerson(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let key = try await promised(test, ["phone": "06 00 00 00 02"])
        #expect(key == .person(test.cast.karim.id))
        try await CallingBack(test.house).take(key, by: test.attendant, in: test.town)
        try await CallingBack(test.house).note(.noAnswer, of: key, knowing: 0, by: test.attendant, in: test.town)
        let file = try await Exporting(test.house).file(of: try await test.viewer(test.cast.karim), in: test.town)
        #expect("\(file.chapters.first { $0.name == "callBacks" }?.entries ?? [])".contains("porte bleue"))
        let unknown = try await promised(test)
        try await Erasing(test.house).erase(try await test.viewer(test.cast.karim), in: test.town)
        try await Erasing(test.house).erase(try await test.viewer(test.cast.attendant), in: test.town)
        let (left, tries) = try await test.house.read(test.town.town) { scope in
            (try CallBacks(scope).open(), try CallAttempts(scope).of(key, since: Moment(milliseconds: 0)))
        }
        #expect(left.map(\.key) == [unknown] && left.first?.createdBy == Person.nobody.id && tries.isEmpty)
    }

    @Test func whatNobodyReachedInAMonthIsForgotten() async throws {
        let test = try await TestHouse()
        let key = try await promised(test)
        test.clock.move(.days(29))
        await test.work(withSchedules: true)
        #expect(try await board(test).queue.find(key) != nil)
        test.clock.move(.days(2))
        await test.work(withSchedules: true)
        #expect(try await board(test).queue.find(key) == nil)
    }
}
