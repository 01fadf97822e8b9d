import Domain
import Mail
import Persistence
import TestSupport
import Testing
@testable import UseCases

/// What referents see and do of the reserve: numbers, and one call to whoever reads no mail.
@Suite struct ReserveReferentTests {
    private func todo(_ test: TestHouse, _ actor: Actor) async throws -> ReferentTodo {
        try await Referents(test.house).todo(by: actor, in: test.town)
    }

    @Test(arguments: Engine.all) func whoReadsNoMailIsCalledOnceByTheirReferent(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let jeanne = test.cast.jeanne
        try await test.makeHelper(jeanne)
        for _ in 1...4 {
            test.clock.move(.days(40))
            try await test.sweepReserve()
        }
        #expect(test.mailer.sent.allSatisfy { !$0.text.contains("/disponibilite/") })
        #expect(try await test.helper(jeanne)?.isAsleep == false)
        let shown = try await todo(test, test.guide)
        #expect(shown.availability.map(\.name) == ["Jeanne D."] && shown.counts[.availability] == 1)
        #expect(try await todo(test, test.otherGuide).availability.isEmpty)
        let referents = Referents(test.house)
        for actor in [test.otherGuide, Actor(person: test.cast.karim.id)] {
            await #expect(throws: Refusal.notFound) { try await referents.note(.yes, of: jeanne.id, by: actor, in: test.town) }
        }
        await #expect(throws: Refusal.notFound) { try await referents.note(.yes, of: test.cast.karim.id, by: test.guide, in: test.town) }
        for _ in 1...2 { try await referents.note(.pause, of: jeanne.id, by: test.guide, in: test.town) }
        #expect(try await todo(test, test.guide).counts[.availability] == 0)
        #expect(try await test.helper(jeanne)?.pausedUntil != nil)
        #expect(try await test.journal(.recorded).filter { $0 == "availability" }.count == 1)
        test.clock.move(.days(200))
        try await test.sweepReserve()
        #expect(try await todo(test, test.guide).counts[.availability] == 0, "nobody is called about it twice")
    }

    @Test(arguments: Engine.all) func aReferentSeesNumbersOfTheOwnQuartier(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        for person in [test.cast.karim, test.cast.lucie, try await test.newPerson("voisin")] { try await test.makeHelper(person) }
        try await test.makeHelper(test.cast.karim) { [test] in $0.asleepSince = test.clock.now }
        let (tilleuls, gare) = (test.town.neighbourhoods[0].id, test.town.neighbourhoods[1].id)
        #expect(try await todo(test, test.guide).reserve == [ReserveCount(neighbourhood: tilleuls, awake: 1, asleep: 1)])
        #expect(try await todo(test, test.otherGuide).reserve == [ReserveCount(neighbourhood: gare, awake: 1, asleep: 0)])
        #expect(try await todo(test, test.administrator).reserve.count == 2)
    }

    @Test(arguments: Engine.all) func theFileHoldsItAndErasureTakesIt(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let karim = test.cast.karim
        try await test.makeHelper(karim)
        test.clock.move(.days(32))
        try await test.sweepReserve()
        try await StillAvailable(test.house).answer(try test.renewalToken(of: karim), .yes, in: test.town.town)
        let file = try await Exporting(test.house).file(of: try await test.viewer(karim), in: test.town)
        let checks = file.chapters.first { $0.name == "checks" }?.entries ?? []
        #expect(String(describing: checks).contains("available_yes"))
        try await Erasing(test.house).erase(try await test.viewer(karim), in: test.town)
        let left = try await test.house.read(test.town.town) { try ReserveChecks($0).of(karim.id) }
        #expect(left.isEmpty)
    }

    @Test func oldMailsAreForgottenAndCallsAreNot() async throws {
        let test = try await TestHouse()
        let (karim, jeanne) = (test.cast.karim, test.cast.jeanne)
        for person in [karim, jeanne] { try await test.makeHelper(person) }
        try await test.fallAsleep(karim)
        test.clock.move(.days(400))
        try await test.makeHelper(test.cast.lucie) { $0.joinedAt = TestClock.start }
        try await test.sweepReserve()
        let (mails, calls) = try await test.house.read(test.town.town) {
            (try ReserveChecks($0).of(karim.id), try ReserveChecks($0).of(jeanne.id))
        }
        #expect(mails.isEmpty && calls.count == 1)
    }
}
