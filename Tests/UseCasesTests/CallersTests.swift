import Database
import Domain
import Persistence
import TestSupport
import Testing
@testable import UseCases

@Suite struct CallersTests {
    private func names(_ typed: String, _ test: TestHouse, by actor: Actor? = nil) async throws -> [String] {
        try await Callers(test.house).find(typed, by: actor ?? test.boss, in: test.town).callers.map(\.name)
    }

    @Test(arguments: Engine.all) func whoRingsIsFoundWhileTyping(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        for typed in ["dur", "Duran", "Dhurand jane", "04 90 00", "0490000001", "0001"] {
            #expect(try await names(typed, test) == ["Jeanne Durand"], "\(typed)")
        }
        #expect(try await names("ramani", test) == ["Karim Rahmani"])
        for typed in ["loin", "zzz", "d"] { #expect(try await names(typed, test) == [], "\(typed)") }
    }

    @Test(arguments: Engine.all) func theIndexFollowsThePerson(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let jeanne = renamed(test.cast.jeanne)
        try await test.house.write(test.town.town) { try People($0).save(jeanne) }
        for typed in ["legof", "069988", "impasse muriers", "29/02/1944", "1944"] {
            #expect(try await names(typed, test) == ["Jeanne Le Goff"], "\(typed)")
        }
        for typed in ["durand", "04 90 00 00 01"] { #expect(try await names(typed, test) == [], "\(typed)") }
        #expect(try await test.house.read(test.town.town) { try People($0).find(jeanne.id)?.bornOn } == jeanne.bornOn)
        try await test.house.write(test.town.town) { try People($0).delete(jeanne.id) }
        #expect(try await terms(of: jeanne.id, test) == 0)
    }

    @Test(arguments: Engine.all) func namesakesAreToldApartAndManyAreAskedForMore(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let now = test.clock.now
        try await test.house.write(test.town.town) { [house = test.house] scope in
            for number in 0..<60 {
                var one = Person(
                    id: house.world.id(), firstName: number == 37 ? "Aimé" : "Paul", lastName: number < 30 ? "Gauthier" : "Gautier",
                    phone: PhoneNumber("06 39 98 00 \(number + 10)"), channel: .phone, place: "\(number) rue des Lilas", createdAt: now)
                one.birthYear = 1_930 + number
                try People(scope).insert(one)
            }
        }
        let many = try await Callers(test.house).find("gotié", by: test.boss, in: test.town)
        #expect(many.callers.count == CallerFinding.most && many.hasMore)
        let some = try await Callers(test.house).find("gotié 1945", by: test.boss, in: test.town)
        #expect(some.callers.map(\.numberEnds) == ["25"] && !some.hasMore)
        #expect(try await names("gautier aime", test) == ["Aimé Gautier"])
        #expect(try await names("12 rue des lilas", test) == ["Paul Gauthier"])
        #expect(try await names("gautier 06 39 98 00 50", test) == ["Paul Gautier"])
    }

    @Test(arguments: Engine.all) func onlyThoseWhoAnswerCallsAndTheJournalKnows(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        for actor in [Actor.visitor, Actor(person: test.cast.karim.id), Actor(person: test.cast.moderator.id, roles: [Role(.moderator)])] {
            await #expect(throws: Refusal.notFound) { try await Callers(test.house).find("durand", by: actor, in: test.town) }
        }
        let before = try await test.house.read(test.town.town) { try Journal($0).lastNumber() }
        _ = try await names("zzz", test)
        #expect(try await test.house.read(test.town.town) { try Journal($0).lastNumber() } == before)
        _ = try await names("durand", test)
        let line = try await test.house.read(test.town.town) {
            try JournalListing($0).page(JournalFilter(), before: nil, limit: 1).first?.entry
        }
        #expect(line?.action == .searched && line?.subject == test.cast.jeanne.id.bytes && line?.purpose == "caller")
        let elsewhere = try await Callers(test.house).find("durand", by: test.boss, in: test.elsewhere)
        #expect(elsewhere == .nobody)
    }

    @Test(arguments: Engine.all) func whoWasWrittenDownBeforeIsAdded(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        try await test.house.write(test.town.town) { scope in
            _ = try scope.sql.run("DELETE FROM caller_terms WHERE town_id = \(scope.town)")
        }
        #expect(try await names("durand", test) == [])
        try await CallerIndexSweep(house: test.house, batch: 2).sweep()
        #expect(try await names("durand", test) == ["Jeanne Durand"])
        #expect(try await names("faure", test) == ["Mona Faure"])
    }

    @Test(arguments: Engine.all) func newKeysFindTheSamePeople(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let before = try await terms(of: test.cast.jeanne.id, test)
        _ = try await KeyRotation(test.house).begin(test.town.town)
        #expect(try await names("durand", test) == ["Jeanne Durand"], "while rows are sealed anew")
        for _ in 0..<4 {
            await test.work()
            test.clock.move(.minutes(11))
        }
        #expect(try await KeyRotation(test.house).left(test.town.town) == nil)
        for typed in ["durand", "0001"] { #expect(try await names(typed, test) == ["Jeanne Durand"], "\(typed)") }
        #expect(try await terms(of: test.cast.jeanne.id, test) == before)
    }

    private func renamed(_ person: Person) -> Person {
        var person = person
        (person.lastName, person.phone, person.place) = ("Le Goff", PhoneNumber("06 99 88 77 66"), "3 impasse des Mûriers")
        person.bornOn = CivilDay("1944-02-29")
        return person
    }

    private func terms(of person: ID<Person>, _ test: TestHouse) async throws -> Int {
        try await test.house.read(test.town.town) {
            try $0.sql.value("SELECT count(*) FROM caller_terms WHERE town_id = \($0.town) AND person_id = \(person)") ?? 0
        }
    }
}
