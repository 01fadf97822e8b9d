import Database
import Domain
import Persistence
import TestSupport
import Testing
@testable import UseCases

@Suite struct GreetingTests {
    private func todo(_ test: TestHouse, _ actor: Actor) async throws -> ReferentTodo {
        try await Referents(test.house).todo(by: actor, in: test.town)
    }

    @Test(arguments: Engine.all) func aNewcomerIsGreetedOnceByTheOwnQuartier(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let karim = test.cast.karim
        #expect(try await todo(test, test.guide).newcomers.map(\.name) == ["Karim R."], "nobody greets themselves")
        #expect(try await !todo(test, test.otherGuide).newcomers.contains { $0.person == karim.id })
        let referents = Referents(test.house)
        for (person, actor) in [
            (karim, test.otherGuide), (test.cast.olga, test.guide), (test.cast.jeanne, test.guide), (karim, Actor(person: karim.id)),
        ] {
            await #expect(throws: Refusal.notFound) { try await referents.greet(person.id, .welcome, by: actor, in: test.town) }
        }
        for _ in 1...2 { try await referents.greet(karim.id, .welcome, by: test.guide, in: test.town) }
        let after = try await todo(test, test.guide)
        #expect(after.newcomers.isEmpty && after.counts[.newcomers] == 0 && after.counts.total == 0)
        #expect(try await test.journal(.recorded).filter { $0 == "welcome" }.count == 1)
    }

    @Test(arguments: Engine.all) func anAccountOpenedLongAfterTheFirstRequestIsNewToo(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        test.clock.move(.days(31))
        #expect(try await todo(test, test.guide).newcomers.isEmpty, "a month is over")
        let (karim, now, house) = (test.cast.karim.id, test.clock.now, test.house)
        try await house.write(test.town.town) { scope in
            try Consents(scope).insert(
                Consent(id: house.world.id(), person: karim, purpose: .notice, textVersion: "1", channel: .web, givenAt: now))
        }
        #expect(try await todo(test, test.guide).newcomers.map(\.since) == [now])
    }

    @Test(arguments: Engine.all) func aVolunteerWhomNobodyAskedIsShownAfterTwoWeeks(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let karim = test.cast.karim
        try await test.makeHelper(karim)
        let joined = test.clock.now
        test.clock.move(.days(14) - .milliseconds(1))
        #expect(try await todo(test, test.guide).neverAsked.isEmpty)
        test.clock.move(.milliseconds(1))
        let shown = try await todo(test, test.guide)
        #expect(shown.neverAsked.map(\.name) == ["Karim R."] && shown.counts[.neverAsked] == 1)
        #expect(try await todo(test, test.otherGuide).neverAsked.isEmpty)
        let referents = Referents(test.house)
        await #expect(throws: Refusal.notFound) { try await referents.greet(karim.id, .news, by: test.otherGuide, in: test.town) }
        for _ in 1...2 { try await referents.greet(karim.id, .news, by: test.guide, in: test.town) }
        #expect(try await todo(test, test.guide).counts[.neverAsked] == 0)
        test.clock.move(.days(90))
        #expect(try await todo(test, test.guide).counts[.neverAsked] == 1, "a word holds for three months")
        try await test.makeHelper(karim) { ($0.joinedAt, $0.lastAskedAt) = (joined, joined) }
        #expect(try await todo(test, test.guide).counts[.neverAsked] == 0)
        try await test.makeHelper(karim) { ($0.joinedAt, $0.isActive) = (joined, false) }
        #expect(try await todo(test, test.guide).counts[.neverAsked] == 0)
    }

    @Test func aLongListIsCountedAndFiveAreShown() async throws {
        let test = try await TestHouse()
        for number in 1...6 { _ = try await test.newPerson("voisin\(number)") }
        let todo = try await todo(test, test.guide)
        #expect(todo.newcomers.count == 5 && todo.counts[.newcomers] == 7)
    }

    @Test(arguments: Engine.all) func textsCountForWhoModeratesToo(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        _ = try await test.openRequest(["details": "deux sacs"])
        #expect(try await todo(test, test.guide).counts.counts[.texts] == nil)
        let both = Actor(person: test.cast.martine.id, roles: test.guide.roles + [Role(.moderator)])
        #expect(try await todo(test, both).counts[.texts] == 1)
        let elsewhere = Actor(person: test.cast.lucie.id, roles: test.otherGuide.roles + [Role(.moderator)])
        #expect(try await todo(test, elsewhere).counts[.texts] == 0)
    }

    @Test func whatIsKeptIsInTheFileAndGoesWithThePerson() async throws {
        let test = try await TestHouse()
        try await test.makeLucieReferent()
        let (karim, martine) = (test.cast.karim, test.cast.martine)
        try await Referents(test.house).greet(karim.id, .welcome, by: test.guide, in: test.town)
        try await Referents(test.house).turnDayMail(on: false, by: test.guide, in: test.town)
        try await test.leave(martine, colleague: test.cast.lucie)
        func chapter(_ person: Person, _ name: String) async throws -> String {
            let file = try await Exporting(test.house).file(of: try await test.viewer(person), in: test.town)
            return "\(file.chapters.first { $0.name == name }?.entries ?? [])"
        }
        #expect(try await chapter(karim, "quartier").contains("welcomedAt"))
        #expect(try await !chapter(karim, "quartier").contains("dayMail"))
        #expect(try await chapter(martine, "quartier").contains("flag(false)"))
        #expect(try await chapter(martine, "absences").contains("Lucie P."))
        #expect(try await chapter(test.cast.lucie, "absences").contains("standIn"))
        for person in [karim, martine] { try await Erasing(test.house).erase(try await test.viewer(person), in: test.town) }
        let left: [Int?] = try await test.house.read(test.town.town) { scope in
            [
                try scope.sql.value("/* left */ SELECT count(*) FROM greetings WHERE town_id = \(scope.town)"),
                try scope.sql.value("/* left */ SELECT count(*) FROM day_mails WHERE town_id = \(scope.town)"),
                try scope.sql.value("/* left */ SELECT count(*) FROM absences WHERE town_id = \(scope.town)"),
            ]
        }
        #expect(left == [0, 0, 0])
    }
}
