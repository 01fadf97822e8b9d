import Database
import Domain
import Mail
import Persistence
import TestSupport
import Testing
@testable import UseCases

@Suite struct AbsentingTests {
    private func refusal(_ test: TestHouse, _ person: Person, _ form: AbsenceForm) async throws -> String? {
        let actor = try await test.acting(person)
        do { try await Absenting(test.house).leave(form, by: actor, in: test.town) } catch let refusal as Refusal {
            return refusal.fields.first?.key ?? refusal.key
        }
        return nil
    }

    @Test(arguments: Engine.all) func theColleagueAnswersFromTheFirstMomentToTheLast(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let (martine, lucie) = (test.cast.martine.id, test.cast.lucie.id)
        try await test.makeLucieReferent()
        let before = try await test.openRequest()
        let absence = try await test.leave(test.cast.martine, colleague: test.cast.lucie, from: 2, to: 4)
        var during: [ID<HelpRequest>] = []
        let edges: [(Moment, ID<Person>)] = [
            (absence.from - .milliseconds(1), martine), (absence.from, lucie), (absence.until - .milliseconds(1), lucie),
            (absence.until, martine),
        ]
        for (moment, expected) in edges {
            test.moveClock(to: moment)
            during.append(try await test.openRequest())
            #expect(try await test.owner(of: try #require(during.last)) == expected, "before the sweep came")
            for _ in 1...2 { try await test.turnAbsences() }
            #expect(try await test.owner(of: before) == expected)
        }
        for request in during { #expect(try await test.owner(of: request) == martine) }
        #expect(try await test.acting(test.cast.lucie).mayGuide(test.town.neighbourhoods[0].id) == false)
    }

    @Test(arguments: Engine.all) func theColleagueSeesTheQuartierMeanwhile(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        try await test.makeLucieReferent()
        let call = try await test.askForPaul()
        try await test.leave(test.cast.martine, colleague: test.cast.lucie)
        let lucie = try await test.acting(test.cast.lucie)
        let todo = try await Referents(test.house).todo(by: lucie, in: test.town)
        #expect(todo.awaiting.requests.map(\.id) == [call] && todo.counts[.calls] == 1)
        #expect(todo.newcomers.contains { $0.person == test.cast.karim.id })
        #expect(try await Referents(test.house).open(call, by: lucie, in: test.town).owner.id == test.cast.lucie.id)
        let ringBack = try #require(todo.calls.first)
        #expect(try await Referents(test.house).openCall(ringBack.ringBack.id, by: lucie, in: test.town).person.firstName == "Paul")
        let own = Actor(person: test.cast.lucie.id, roles: [Role(.referent, neighbourhood: test.town.neighbourhoods[1].id)])
        #expect(lucie.roles.count == own.roles.count + 1, "one quartier more, and no other power")
    }

    @Test func mailsGoToTheColleague() async throws {
        let test = try await TestHouse()
        try await test.makeLucieReferent()
        try await test.leave(test.cast.martine, colleague: test.cast.lucie)
        await test.work()
        let told = try #require(test.mailer.sent.last { $0.to.address == "lucie@clairval.test" })
        #expect(told.subject == "Vous remplacez un collègue" && told.text.contains("/referent/absences"))
        let count = test.mailer.sent.count
        _ = try await test.openRequest()
        for _ in 1...4 {
            test.clock.move(.hours(12))
            await test.work()
        }
        let later = test.mailer.sent.dropFirst(count)
        #expect(later.contains { $0.to.address == "lucie@clairval.test" })
        #expect(!later.contains { $0.to.address == "martine@clairval.test" })
    }

    @Test(arguments: Engine.all) func withoutAColleagueTheOtherReferentAnswersElseAnAdministrator(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let request = try await test.openRequest()
        let absence = try await test.leave(test.cast.martine, colleague: nil)
        let administrator = try #require(try await test.owner(of: request))
        let administrators = try await test.house.read(test.town.town) { try Staff($0).holding(.administrator) }
        #expect(administrators.contains(administrator))
        let second = try await test.openRequest()
        #expect(try await test.owner(of: second) == administrator)
        try await Absenting(test.house).end(absence.id, by: test.guide, in: test.town)
        for id in [request, second] { #expect(try await test.owner(of: id) == test.cast.martine.id) }
        test.clock.move(.minutes(1))
        try await test.grant(Role(.referent, neighbourhood: test.town.neighbourhoods[0].id), to: test.cast.karim)
        try await test.leave(test.cast.martine, colleague: nil)
        for id in [request, second] { #expect(try await test.owner(of: id) == test.cast.karim.id) }
        // Both away: the town hall.
        let other = try await test.leave(test.cast.karim, colleague: nil)
        for id in [request, second, try await test.openRequest()] { #expect(try await test.owner(of: id) == administrator) }
        test.moveClock(to: other.until)
        #expect(try await test.owner(of: try await test.openRequest()) == test.cast.martine.id)
        try await test.turnAbsences()
        for id in [request, second] { #expect(try await test.owner(of: id) == test.cast.martine.id) }
    }

    /// The schedule brings the sweep; ended before it came, nothing stays behind.
    @Test func theCalendarTurnsByItselfAndABackBeforeItLosesNothing() async throws {
        let test = try await TestHouse()
        try await test.makeLucieReferent()
        // A referent has all week, so that nothing goes on to the town hall meanwhile.
        let week = SettingsSection.ladder.values(of: test.town.town).merging(["referentUrgent": "10080"]) { $1 }
        try await TownKeeping(test.house).change(.ladder, week, in: test.town.town, by: test.administrator)
        let before = try await test.openRequest()
        let absence = try await test.leave(test.cast.martine, colleague: test.cast.lucie, from: 1, to: 3)
        test.moveClock(to: absence.from)
        let during = try await test.openRequest()
        #expect(try await test.owner(of: during) == test.cast.lucie.id)
        #expect(try await test.owner(of: before) == test.cast.martine.id)
        try await Absenting(test.house).end(absence.id, by: test.guide, in: test.town)
        #expect(try await test.owner(of: during) == test.cast.martine.id)
        let second = try await test.leave(test.cast.martine, colleague: test.cast.lucie, from: 1, to: 3)
        for (moment, expected) in [(second.from, test.cast.lucie.id), (second.until, test.cast.martine.id)] {
            test.moveClock(to: moment + .minutes(10))
            await test.work(withSchedules: true)
            for id in [before, during] { #expect(try await test.owner(of: id) == expected) }
        }
    }

    @Test func twoAreNotAwayForEachOther() async throws {
        let test = try await TestHouse()
        let (martine, lucie, karim) = (test.cast.martine, test.cast.lucie, test.cast.karim)
        try await test.makeLucieReferent()
        try await test.leave(martine, colleague: lucie, from: 2, to: 5)
        #expect(try await refusal(test, martine, test.absence(lucie, from: 2, to: 5)) == nil, "the same form twice is one absence")
        #expect(try await test.house.read(test.town.town) { try Absences($0).open().count } == 1)
        #expect(try await refusal(test, martine, test.absence(lucie, from: 5, to: 6)) == "refusal.absenceOverlap")
        #expect(try await refusal(test, lucie, test.absence(martine, from: 5, to: 9)) == "refusal.absenceStandsIn")
        #expect(try await refusal(test, martine, test.absence(karim, from: 8, to: 9)) == "refusal.absenceWho", "no referent")
        #expect(try await refusal(test, karim, test.absence(lucie, from: 8, to: 9)) == Refusal.notFound.key)
        #expect(try await refusal(test, test.cast.administrator, test.absence(lucie, from: 8, to: 9)) == Refusal.notFound.key)
        let olga = Actor(person: test.cast.olga.id)
        await #expect(throws: Refusal.notFound) { try await Absenting(test.house).board(by: olga, in: test.town) }
    }

    @Test(arguments: Engine.all) func aColleagueWhoCannotSaysSo(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        try await test.makeLucieReferent()
        let request = try await test.openRequest()
        let absence = try await test.leave(test.cast.martine, colleague: test.cast.lucie)
        let during = try await test.openRequest()
        let absenting = Absenting(test.house)
        let stranger = Actor(person: test.cast.karim.id, roles: [Role(.referent, neighbourhood: test.town.neighbourhoods[2].id)])
        for actor in [test.guide, stranger, test.administrator, Actor(person: test.cast.olga.id)] {
            await #expect(throws: Refusal.notFound) { try await absenting.decline(absence.id, by: actor, in: test.town) }
        }
        await #expect(throws: Refusal.notFound) { try await absenting.end(absence.id, by: stranger, in: test.town) }
        try await absenting.decline(absence.id, by: test.otherGuide, in: test.town)
        await test.work()
        for id in [request, during] {
            let owner = try #require(try await test.owner(of: id))
            #expect(owner != test.cast.lucie.id && owner != test.cast.martine.id)
        }
        #expect(test.mailer.sent.contains { $0.to.address == "martine@clairval.test" && $0.subject.contains("ne peut pas") })
        let board = try await absenting.board(by: test.administrator, in: test.town)
        #expect(board.absences.map(\.person.name) == ["Martine M."] && board.absences.first?.colleague == nil && !board.mayLeave)
        #expect(try await absenting.board(by: stranger, in: test.town).absences.isEmpty)
        for _ in 1...2 { try await absenting.end(absence.id, by: test.administrator, in: test.town) }
        for id in [request, during] { #expect(try await test.owner(of: id) == test.cast.martine.id) }
    }

    @Test(arguments: Engine.all) func whoGoesForGoodLeavesNoRequestBehind(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        try await test.makeLucieReferent()
        let request = try await test.openRequest()
        try await test.leave(test.cast.martine, colleague: test.cast.lucie)
        #expect(try await test.owner(of: request) == test.cast.lucie.id)
        try await Erasing(test.house).erase(try await test.viewer(test.cast.lucie), in: test.town)
        let owner = try #require(try await test.owner(of: request))
        let administrators = try await test.house.read(test.town.town) { try Staff($0).holding(.administrator) }
        #expect(administrators.contains(owner))
        try await Erasing(test.house).erase(try await test.viewer(test.cast.martine), in: test.town)
        #expect(administrators.contains(try #require(try await test.owner(of: request))))
        #expect(try await test.house.read(test.town.town) { try Absences($0).open().isEmpty })
    }

    @Test func aRoleTakenBackEndsItsAbsences() async throws {
        let test = try await TestHouse()
        try await test.makeLucieReferent()
        let request = try await test.openRequest()
        try await test.leave(test.cast.martine, colleague: test.cast.lucie)
        let inviting = Inviting(test.house)
        let members = try await inviting.board(by: test.administrator, in: test.town.town).members
        let lucie = try #require(members.first { $0.person.id == test.cast.lucie.id })
        try await inviting.revoke(lucie.id, by: test.administrator, in: test.town.town)
        let owner = try #require(try await test.owner(of: request))
        #expect(owner != test.cast.lucie.id && owner != test.cast.martine.id)
        let martine = try #require(members.first { $0.person.id == test.cast.martine.id })
        try await inviting.revoke(martine.id, by: test.administrator, in: test.town.town)
        #expect(try await test.house.read(test.town.town) { try Absences($0).open().isEmpty })
        #expect(try await test.owner(of: request) == owner)
    }

    /// Whatever the tables hold, even what the rules refuse.
    @Test(arguments: Engine.all) func noRequestIsEverWithoutAnOwner(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let house = test.house
        test.clock.move(.minutes(1))
        try await test.makeLucieReferent()
        try await test.grant(Role(.referent, neighbourhood: test.town.neighbourhoods[0].id), to: test.cast.karim)
        let people = [test.cast.martine, test.cast.karim, test.cast.lucie, test.cast.administrator].map(\.id)
        let now = test.clock.now
        for colleagues in [[nil, nil, nil, nil], [people[2], nil, people[0], nil], [people[1], people[0], people[1], people[2]]] {
            try await house.write(test.town.town) { scope in
                try scope.sql.run("/* clear */ DELETE FROM absences WHERE town_id = \(scope.town)")
                for (person, colleague) in zip(people, colleagues) {
                    try Absences(scope).insert(
                        Absence(
                            id: house.world.id(), person: person, colleague: colleague, from: now + .days(1), until: now + .days(2),
                            saidAt: now))
                }
            }
            for (wait, isOn) in [
                (Duration.days(1) - .milliseconds(1), false), (.days(1), true), (.days(2) - .milliseconds(1), true), (.days(2), false),
            ] {
                let owner = try await house.read(test.town.town) { scope in
                    try Roles(scope).owner(for: test.town.neighbourhoods[0].id, at: now + wait)
                }
                let roles = try await house.read(test.town.town) { try Roles($0).of(try #require(owner)) }
                #expect(isOn ? roles.contains { $0.kind == .administrator } : owner == test.cast.martine.id)
            }
        }
    }
}
