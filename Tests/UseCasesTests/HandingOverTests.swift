import Domain
import Persistence
import TestSupport
import Testing
@testable import UseCases

/// From one shift to the next: every open thing has somebody, at each moment.
@Suite struct HandingOverTests {
    private func hand(_ duty: Duty, _ note: String = "", by actor: Actor, _ test: TestHouse) async throws {
        try await HandingOver(test.house).handOver(HandOverForm(["note": note]), of: duty.id, by: actor, in: test.town)
    }

    private func holder(of call: ID<Call>, _ test: TestHouse) async throws -> ID<Person>? {
        try await test.house.read(test.town.town) { try Calls($0).find(call)?.holder }
    }

    @Test(arguments: Engine.all) func theDeskAnswersWhereNoReferentDoes(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        #expect(try await test.owner(of: try await test.askAtTheLake()) == test.cast.administrator.id)
        try await test.duty(test.cast.attendant, from: 0, to: 3)
        #expect(try await test.owner(of: try await test.askAtTheLake()) == test.cast.attendant.id)
        #expect(try await test.owner(of: try await test.openRequest()) == test.cast.martine.id, "Les Tilleuls has its referent")
        // Of two, whoever stays longest.
        try await test.grant(Role(.operator), to: test.cast.lucie)
        try await test.duty(test.cast.lucie, from: -1, to: 4)
        #expect(try await test.owner(of: try await test.askAtTheLake()) == test.cast.lucie.id)
        test.clock.move(.hours(4))
        #expect(try await test.owner(of: try await test.askAtTheLake()) == test.cast.administrator.id)
    }

    @Test func whomPeopleMeetIsNobodyOfOneNight() async throws {
        let test = try await TestHouse()
        try await test.duty(test.cast.attendant, from: 0, to: 3)
        let now = test.clock.now
        let guide = try await test.house.read(test.town.town) { try Roles($0).guide(for: nil, at: now) }
        #expect(guide == test.cast.administrator.id)
    }

    @Test func aReferentOnDutyRunsTheDeskMeanwhile() async throws {
        let test = try await TestHouse()
        let duty = try await test.duty(test.cast.martine, from: 0, to: 3)
        let call = try await Desk(test.house).begin(number: nil, by: test.attendant, in: test.town)
        try await Desk(test.house).keep(CallForm(["details": "pain"]), of: call, seen: 1, by: test.attendant, in: test.town)
        let martine = try await test.acting(test.cast.martine)
        #expect(martine.runsDesk && !martine.has(.administrator))
        #expect(try await Desk(test.house).board(by: martine, in: test.town).kept.map(\.call.id) == [call])
        try await hand(duty, by: martine, test)
        #expect(try await !test.acting(test.cast.martine).runsDesk)
    }

    @Test(arguments: Engine.all) func everythingOpenGoesToTheNextInOnePress(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        try await test.grant(Role(.operator), to: test.cast.lucie)
        let lucie = Actor(person: test.cast.lucie.id, roles: [Role(.operator)])
        let (first, second) = (
            try await test.duty(test.cast.attendant, from: -8, to: 1), try await test.duty(test.cast.lucie, from: 1, to: 9)
        )
        let request = try await test.openRequest([
            "neighbourhood": "le-lac", "for": "other", "otherFirstName": "Paul", "otherPhone": "04 90 55 66 77",
        ])
        let call = try await Desk(test.house).begin(number: "04 90 11 22 33", by: test.attendant, in: test.town)
        test.clock.move(.minutes(50))
        let standing = try #require(try await HandingOver(test.house).standing(by: test.attendant, in: test.town))
        #expect(standing.next?.id == test.cast.lucie.id && standing.isRostered && standing.calls.map(\.call.id) == [call])
        #expect(standing.requests.map(\.id) == [request] && standing.promises.map(\.ringBack.reason) == [.agreement])
        for _ in 1...2 { try await hand(first, "Le voisin rappelle", by: test.attendant, test) }
        #expect(try await holder(of: call, test) == test.cast.lucie.id)
        #expect(try await test.owner(of: request) == test.cast.lucie.id)
        #expect(try await test.owner(of: try await test.askAtTheLake()) == test.cast.lucie.id, "she is on from now")
        #expect(try await test.find(second)?.onFrom == test.clock.now)
        #expect(try await test.find(first)?.onUntil == test.clock.now)
        let words = try await HandingOver(test.house).atDesk(by: lucie, in: test.town)
        #expect(words.words.map(\.handOver.note) == ["Le voisin rappelle"] && words.words.map(\.giverName) == ["Odile F."] && words.isOn)
        #expect(words.words.map(\.handOver.carried) == [.init(calls: 1, requests: 1, promises: 1)])
        #expect(try await HandingOver(test.house).atDesk(by: test.attendant, in: test.town).words.isEmpty)
        try await HandingOver(test.house).read(try #require(words.words.first).handOver.id, by: lucie, in: test.town)
        #expect(try await HandingOver(test.house).atDesk(by: lucie, in: test.town).words.isEmpty)
        #expect(try await test.handOver(of: first)?.readBy == test.cast.lucie.id)
        #expect(try await test.journal(.decided) == ["handed_over"])
    }

    @Test(arguments: Engine.all) func whereNobodyFollowsItIsTheAdministration(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let duty = try await test.duty(test.cast.attendant, from: 0, to: 8)
        // Somebody in the evening is not there yet.
        try await test.grant(Role(.operator), to: test.cast.lucie)
        try await test.duty(test.cast.lucie, from: 8, to: 16)
        let request = try await test.askAtTheLake()
        try await hand(duty, by: test.attendant, test)
        #expect(try await test.owner(of: request) == test.cast.administrator.id)
        #expect(try await test.handOver(of: duty)?.taker == test.cast.administrator.id)
        #expect(try await HandingOver(test.house).atDesk(by: test.administrator, in: test.town).words.count == 1)
    }

    @Test(arguments: Engine.all) func theClockHandsOverWhatWasForgotten(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let duty = try await test.duty(test.cast.attendant, from: 0, to: 1)
        let request = try await test.askAtTheLake()
        let call = try await Desk(test.house).begin(number: nil, by: test.attendant, in: test.town)
        test.clock.move(.hours(1) + Duty.grace - .milliseconds(1))
        try await DutySweep(house: test.house).sweep()
        #expect(try await test.owner(of: request) == test.cast.attendant.id, "a last call may last longer")
        #expect(try await HandingOver(test.house).standing(by: test.attendant, in: test.town)?.duty.id == duty.id)
        test.clock.move(.milliseconds(1))
        for _ in 1...2 { try await DutySweep(house: test.house).sweep() }
        #expect(try await test.owner(of: request) == test.cast.administrator.id)
        #expect(try await holder(of: call, test) == test.cast.administrator.id)
        let handOver = try #require(try await test.handOver(of: duty))
        #expect(handOver.isAutomatic && handOver.note == nil && handOver.carried == .init(calls: 1, requests: 1))
        #expect(try await test.journal(.decided) == ["duty_ended"])
        #expect(try await HandingOver(test.house).standing(by: test.attendant, in: test.town) == nil)
    }

    @Test func whoGoesOnKeepsEverything() async throws {
        let test = try await TestHouse()
        let first = try await test.duty(test.cast.attendant, from: 0, to: 1)
        let request = try await test.askAtTheLake()
        try await test.duty(test.cast.attendant, from: 1, to: 4)
        test.clock.move(.hours(2))
        try await DutySweep(house: test.house).sweep()
        #expect(try await test.owner(of: request) == test.cast.attendant.id)
        #expect(try await test.handOver(of: first) == nil)
        #expect(try await test.find(first)?.handedAt == test.clock.now)
    }

    @Test(arguments: Engine.all) func aReferentKeepsTheOwnQuartier(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let duty = try await test.duty(test.cast.martine, from: 0, to: 3)
        let (own, lake) = (try await test.openRequest(), try await test.askAtTheLake())
        #expect(try await test.owner(of: lake) == test.cast.martine.id)
        try await test.duty(test.cast.attendant, from: 1, to: 8)
        test.clock.move(.hours(2))
        try await hand(duty, by: test.guide, test)
        #expect(try await test.owner(of: own) == test.cast.martine.id)
        #expect(try await test.owner(of: lake) == test.cast.attendant.id)
    }

    @Test func anAdministratorOnDutyGivesOnlyToTheDesk() async throws {
        let test = try await TestHouse()
        let duty = try await test.duty(test.cast.administrator, from: 0, to: 2)
        let lake = try await test.askAtTheLake()
        try await test.grant(Role(.administrator), to: test.cast.lucie)
        try await hand(duty, by: test.administrator, test)
        #expect(try await test.owner(of: lake) == test.cast.administrator.id, "nobody is on: it was theirs before")
    }

    @Test(arguments: Engine.all) func whatTheDeskHadOfAnAbsentReferentComesBack(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let before = try await test.openRequest()
        let first = try await test.duty(test.cast.attendant, from: -1, to: 2)
        let absence = try await test.leave(test.cast.martine, colleague: nil, from: 0, to: 2)
        #expect(try await test.owner(of: before) == test.cast.attendant.id)
        try await test.grant(Role(.operator), to: test.cast.lucie)
        try await test.duty(test.cast.lucie, from: 1, to: 9)
        test.clock.move(.hours(2))
        try await hand(first, by: test.attendant, test)
        let during = try await test.openRequest()
        for request in [before, during] { #expect(try await test.owner(of: request) == test.cast.lucie.id) }
        test.moveClock(to: absence.until)
        try await test.turnAbsences()
        for request in [before, during] { #expect(try await test.owner(of: request) == test.cast.martine.id) }
    }

    @Test func strangersSeeAndReadNothing() async throws {
        let test = try await TestHouse()
        let duty = try await test.duty(test.cast.attendant, from: 0, to: 2)
        await #expect(throws: Refusal.notFound) { try await hand(duty, by: test.guide, test) }
        try await hand(duty, "mot", by: test.attendant, test)
        let handOver = try #require(try await test.handOver(of: duty))
        await #expect(throws: Refusal.notFound) { try await HandingOver(test.house).read(handOver.id, by: test.guide, in: test.town) }
        #expect(try await HandingOver(test.house).atDesk(by: test.guide, in: test.town).words.isEmpty)
        for actor in [Actor.visitor, Actor(person: test.cast.karim.id), Actor(person: test.cast.officer.id, roles: [Role(.dpo)])] {
            await #expect(throws: Refusal.notFound) { _ = try await HandingOver(test.house).atDesk(by: actor, in: test.town) }
            await #expect(throws: Refusal.notFound) { _ = try await HandingOver(test.house).standing(by: actor, in: test.town) }
        }
        test.clock.move(HandOver.noteKept)
        try await ResidentsSweep(house: test.house).turn(in: test.town)
        #expect(try await test.handOver(of: duty)?.note == "mot")
        test.clock.move(.milliseconds(1))
        try await ResidentsSweep(house: test.house).turn(in: test.town)
        #expect(try await test.handOver(of: duty)?.note == nil)
    }
}
