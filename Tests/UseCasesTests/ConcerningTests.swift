import Database
import Domain
import Mail
import Persistence
import Secrets
import TestSupport
import Testing
import UseCases

@Suite struct ConcerningTests {
    private static let worry = ConcernForm(["kind": "health", "words": "volets fermés depuis trois jours"])

    private var boss: @Sendable (TestHouse) -> Actor {
        { Actor(person: $0.cast.administrator.id, roles: [Role(.administrator)]) }
    }

    /// A social-action centre for which Martine answers.
    private func centre(_ test: TestHouse) async throws {
        let form = OrganisationForm([
            "name": "CCAS de Clairval", "kind": "ccas", "email": "ccas@clairval.test", "language": "fr",
            "owner": test.cast.martine.id.text, "zone": "all", "takes": "all",
        ])
        try await OrganisationKeeping(test.house).add(form, by: test.boss, in: test.town)
    }

    private func request(_ test: TestHouse) async throws -> ID<HelpRequest> { try await test.takeCall() }

    private func token(_ test: TestHouse) throws -> Token {
        let mail = try #require(test.mailer.sent.last { $0.to.address == "ccas@clairval.test" })
        let found = try #require(mail.text.firstMatch(of: Regex("/inquietude/([A-Za-z0-9_-]+)"))?.output[1].substring)
        return try #require(Token(text: String(found)))
    }

    private func stored(_ id: ID<Concern>, _ test: TestHouse) async throws -> Concern {
        try #require(try await test.house.read(test.town.town) { try Concerns($0).find(id) })
    }

    @Test(arguments: Engine.all) func theSocialCentreIsToldWithoutAName(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        try await centre(test)
        let id = try await Concerning(test.house).raise(Self.worry, on: .request(try await request(test)), by: test.guide, in: test.town)
        await test.work()
        let mails = test.mailer.sent.filter { $0.subject.contains("inquiétude") }
        #expect(Set(mails.map(\.to.address)) == ["ccas@clairval.test", "martine@clairval.test"])
        #expect(mails.allSatisfy { !$0.text.contains("Odette") && !$0.text.contains("volets") })
        let (care, link) = (ConcernCare(test.house), ConcernCare.Door.link(try token(test)))
        let opened = try await care.open(link, in: test.town)
        #expect(opened.subject?.firstName == "Odette" && opened.concern.words == "volets fermés depuis trois jours")
        #expect(try await test.journal(.readContact).last == "concern")
        try await care.take(link, name: "Mme Aubry", in: test.town)
        try await care.take(.staff(id, test.guide), in: test.town)
        #expect(try await stored(id, test).taker == "Mme Aubry", "the first has it")
        try await care.close(link, ConcernEndForm(["result": "seen", "words": "elle va bien"]), in: test.town)
        #expect(try await stored(id, test).result == .seen)
        test.clock.move(.days(8))
        await #expect(throws: Refusal.notFound) { _ = try await care.open(link, in: test.town) }
    }

    @Test(arguments: Engine.all) func whatNobodyTakesIsEveryAdministratorsBusiness(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        try await centre(test)
        let id = try await Concerning(test.house).raise(Self.worry, on: .request(try await request(test)), by: test.guide, in: test.town)
        let care = ConcernCare(test.house)
        await #expect(throws: Refusal.notFound) { _ = try await care.open(.staff(id, boss(test)), in: test.town) }
        #expect(try await care.list(by: boss(test), in: test.town).concerns.isEmpty)
        test.clock.move(.hours(4))
        await test.work()
        #expect(test.mailer.sent.filter { $0.subject.contains("sans réponse") }.count >= 3, "the centre, who answers for it, the town")
        #expect(try await care.list(by: boss(test), in: test.town).concerns.map(\.id) == [id])
        try await care.take(.staff(id, boss(test)), in: test.town)
        #expect(try await care.open(.staff(id, boss(test)), in: test.town).concern.takenAt != nil, "whoever takes it answers for it")
        let sent = test.mailer.sent.count
        test.clock.move(.hours(5))
        await test.work()
        #expect(test.mailer.sent.dropFirst(sent).allSatisfy { !$0.subject.contains("sans réponse") }, "somebody has it in hand")
        #expect(test.mailer.sent.contains { $0.subject == "Quelqu’un s’en occupe" && $0.to.address == "martine@clairval.test" })
        test.clock.move(.days(7))
        await test.work()
        #expect(test.mailer.sent.contains { $0.subject == "Une inquiétude attend sa suite" })
        try await care.close(.staff(id, boss(test)), ConcernEndForm(["result": "passed_on"]), in: test.town)
        #expect(try await stored(id, test).result == .passedOn)
    }

    @Test(arguments: Engine.all) func whatTheCentreClosesAtOnceIsItsOwn(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        try await centre(test)
        let id = try await Concerning(test.house).raise(Self.worry, on: .request(try await request(test)), by: test.guide, in: test.town)
        await test.work()
        try await ConcernCare(test.house).close(.link(try token(test)), ConcernEndForm(["result": "seen"]), in: test.town)
        #expect(try await stored(id, test).taker == "CCAS de Clairval")
        await test.work()
        #expect(test.mailer.sent.contains { $0.subject == "Quelqu’un s’en occupe" && $0.to.address == "martine@clairval.test" })
    }

    @Test func aCallForSomebodyElseIsNotAboutTheCaller() async throws {
        let test = try await TestHouse()
        let call = try await Desk(test.house).begin(number: "06 00 00 00 02", by: test.attendant, in: test.town)
        let form = CallForm(["known": test.cast.karim.id.text, "for": "other", "otherFirstName": "Simone", "otherPhone": "04 90 55 66 88"])
        _ = try await Desk(test.house).save(form, of: call, seen: 1, by: test.attendant, in: test.town)
        let about = try await Concerning(test.house).about(.call(call), by: test.attendant, in: test.town)
        #expect(about.subject == nil && about.name == "Simone 04 90 55 66 88")
        let request = try await test.takeCall()
        var named = Self.worry
        named.fields["who"] = "Sa sœur, au 5"
        let id = try await Concerning(test.house).raise(named, on: .request(request), by: test.guide, in: test.town)
        let raised = try await stored(id, test)
        #expect(raised.subject == nil && raised.who == "Sa sœur, au 5")
    }

    @Test func withoutASocialCentreTheTownHasIt() async throws {
        let test = try await TestHouse()
        let call = try await Desk(test.house).begin(number: "06 11 22 33 44", by: test.attendant, in: test.town)
        let nameless = await #expect(throws: Refusal.self) {
            _ = try await Concerning(test.house).raise(Self.worry, on: .call(call), by: test.attendant, in: test.town)
        }
        #expect(nameless?.fields.map(\.name) == ["who"])
        var form = Self.worry
        form.fields["who"] = "Mme Rossi, 3e étage"
        let id = try await Concerning(test.house).raise(form, on: .call(call), by: test.attendant, in: test.town)
        let raised = try await Concerning(test.house).raised(id, by: test.attendant, in: test.town)
        #expect(raised.recipient == nil && raised.concern.owner != test.attendant.person)
        let (owner, roles) = try await test.house.read(test.town.town) { scope in
            (raised.concern.owner, try Roles(scope).of(raised.concern.owner))
        }
        let opened = try await ConcernCare(test.house).open(.staff(id, Actor(person: owner, roles: roles)), in: test.town)
        #expect(opened.subject == nil && opened.concern.who == "Mme Rossi, 3e étage")
        await #expect(throws: Refusal.notFound) { _ = try await Concerning(test.house).raised(id, by: test.guide, in: test.town) }
    }

    @Test(arguments: Engine.all) func onlyWhoHasToDoWithThemMay(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let concerning = Concerning(test.house)
        try await test.makeHelper(test.cast.karim)
        let request = try await request(test)
        let match = try await test.sayYes(test.cast.karim, to: request)
        let karim = Actor(person: test.cast.karim.id)
        let about = try await concerning.about(.match(match.id), by: karim, in: test.town)
        #expect(about.name == "Odette" || about.name?.hasPrefix("Odette ") == true)
        _ = try await concerning.raise(Self.worry, on: .match(match.id), by: karim, in: test.town)
        let call = try await Desk(test.house).begin(number: nil, by: test.attendant, in: test.town)
        let person = CallerKey.person(try #require(try await test.request(request)).beneficiary)
        let lucie = Actor(person: test.cast.lucie.id)
        for (source, actor) in [
            (Concerning.Source.match(match.id), lucie), (.request(request), karim), (.request(request), test.attendant),
            (.call(call), test.guide), (.call(call), test.administrator), (.caller(person), test.attendant), (.call(call), .visitor),
        ] {
            await #expect(throws: Refusal.notFound) { _ = try await concerning.about(source, by: actor, in: test.town) }
            await #expect(throws: Refusal.notFound) { _ = try await concerning.raise(Self.worry, on: source, by: actor, in: test.town) }
        }
        await #expect(throws: Refusal.notFound) { _ = try await concerning.about(.match(match.id), by: karim, in: test.elsewhere) }
        try await CallingBack(test.house).take(person, by: test.attendant, in: test.town)
        #expect(try await concerning.about(.caller(person), by: test.attendant, in: test.town).subject == person.person)
    }

    @Test(arguments: Engine.all) func whoIsErasedIsNoLongerWhomItIsAbout(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let karim = try await test.takeCall(["phone": "06 00 00 00 02", "known": test.cast.karim.id.text])
        let concerning = Concerning(test.house)
        let (open, closed) = (
            try await concerning.raise(Self.worry, on: .request(karim), by: test.guide, in: test.town),
            try await concerning.raise(Self.worry, on: .request(karim), by: test.guide, in: test.town)
        )
        let owner = try await stored(closed, test).owner
        let roles = try await test.house.read(test.town.town) { try Roles($0).of(owner) }
        try await ConcernCare(test.house).close(
            .staff(closed, Actor(person: owner, roles: roles)), ConcernEndForm(["result": "unfounded"]), in: test.town)
        try await Erasing(test.house).erase(try await test.viewer(test.cast.karim), in: test.town)
        let (waiting, over) = (try await stored(open, test), try await stored(closed, test))
        #expect(waiting.subject == nil && waiting.words != nil, "somebody still has to see to it")
        #expect(over.subject == nil && over.words == nil)
    }
}
