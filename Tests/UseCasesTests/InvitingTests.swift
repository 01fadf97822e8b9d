import Domain
import Mail
import Persistence
import Secrets
import TestSupport
import Testing
import UseCases

@Suite struct InvitingTests {
    private let phone = Browser(device: "Firefox, Android")

    private func door(_ test: TestHouse, to address: String) async throws -> InvitationDoor {
        await test.work()
        let text = try #require(await test.mailer.sent.last { $0.to.address == address }).text
        let start = try #require(text.split(separator: "/invitation/").dropFirst().first)
        return try #require(InvitationDoor(String(start.prefix(43))))
    }

    private func roles(_ test: TestHouse, _ person: ID<Person>) async throws -> [Role] {
        try await test.house.read(test.town.town) { try Roles($0).of(person) }
    }

    @Test(arguments: Engine.all) func somebodyUnknownBecomesReferent(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let boss = try await test.viewer(test.cast.administrator)
        let form = InvitationForm(["email": "nadia@clairval.test", "role": "referent", "neighbourhood": "la-gare"])
        try await Inviting(test.house).invite(form, by: boss, in: test.town)
        try await Inviting(test.house).invite(form, by: boss, in: test.town)
        let door = try await door(test, to: "nadia@clairval.test")
        #expect(await test.mailer.sent.count == 1, "sent twice within a minute, it is one invitation")
        let accepting = Accepting(test.house)
        #expect(try await accepting.show(door, in: test.elsewhere.town) == nil)
        await #expect(throws: Refusal.self, "a new account has a first name") {
            _ = try await accepting.takeRole(door, [:], language: "fr", from: phone, in: test.town.town)
        }
        let fields = ["firstName": "Nadia"]
        let taken = try #require(try await accepting.takeRole(door, fields, language: "fr", from: phone, in: test.town.town))
        #expect(taken.role == Role(.referent, neighbourhood: test.neighbourhood("la-gare")?.id))
        #expect(taken.entry.seconds == 12 * 3_600)
        let viewer = try #require(try await SignedIn(test.house).viewer(taken.entry.session, in: test.town.town))
        #expect(viewer.roles == [taken.role])
        #expect(try await accepting.takeRole(door, fields, language: "fr", from: phone, in: test.town.town) == nil, "once only")
        #expect(try await test.journal(about: viewer.person) == ["granted referent"])
    }

    @Test(arguments: Engine.all) func anAccountTakesUpARoleOnce(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let boss = try await test.viewer(test.cast.administrator)
        let inviting = Inviting(test.house)
        let form = InvitationForm(["email": "KARIM@clairval.test", "role": "moderator"])
        for _ in 0..<2 {
            try await inviting.invite(form, by: boss, in: test.town)
            let door = try await door(test, to: "KARIM@clairval.test")
            _ = try await Accepting(test.house).takeRole(door, [:], language: "fr", from: phone, in: test.town.town)
            test.clock.move(.minutes(2))
        }
        #expect(try await roles(test, test.cast.karim.id) == [Role(.moderator)])
    }

    @Test func invitationsEnd() async throws {
        let test = try await TestHouse()
        let boss = try await test.viewer(test.cast.administrator)
        let form = InvitationForm(["email": "nadia@clairval.test", "role": "administrator"])
        try await Inviting(test.house).invite(form, by: boss, in: test.town)
        let door = try await door(test, to: "nadia@clairval.test")
        let open = try await Inviting(test.house).board(by: boss.actor, in: test.town.town).invitations
        #expect(open.map(\.email?.text) == ["nadia@clairval.test"])
        test.clock.move(.days(7))
        #expect(try await Accepting(test.house).show(door, in: test.town.town) == nil)
        #expect(try await Inviting(test.house).board(by: boss.actor, in: test.town.town).invitations.isEmpty)
    }

    @Test(arguments: Engine.all) func theLastAdministratorStays(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let boss = try await test.viewer(test.cast.administrator)
        let inviting = Inviting(test.house)
        let administrators = try await inviting.board(by: boss.actor, in: test.town.town).members.filter { $0.role.kind == .administrator }
        #expect(administrators.count == 2)
        try await inviting.revoke(administrators[0].id, by: boss.actor, in: test.town.town)
        try await inviting.revoke(administrators[0].id, by: boss.actor, in: test.town.town)
        await #expect(throws: Refusal(.conflict, "refusal.lastAdministrator")) {
            try await inviting.revoke(administrators[1].id, by: boss.actor, in: test.town.town)
        }
        #expect(try await roles(test, administrators[1].person.id) == [Role(.administrator)])
    }

    @Test(arguments: Engine.all) func whatAReferentOwnedGoesToTheNext(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let boss = try await test.viewer(test.cast.administrator)
        let request = try await test.openRequest()
        #expect(try await test.request(request)?.owner == test.cast.martine.id)
        let role = try #require(
            try await Inviting(test.house).board(by: boss.actor, in: test.town.town).members.first { $0.person.id == test.cast.martine.id })
        try await Inviting(test.house).revoke(role.id, by: boss.actor, in: test.town.town)
        #expect(try await test.request(request)?.owner != test.cast.martine.id)
    }

    @Test func onlyAdministratorsInvite() async throws {
        let test = try await TestHouse()
        let inviting = Inviting(test.house)
        let form = InvitationForm(["email": "nadia@clairval.test", "role": "moderator"])
        for person in [test.cast.karim, test.cast.martine, test.cast.moderator] {
            let viewer = try await test.viewer(person)
            await #expect(throws: Refusal.notFound) { try await inviting.invite(form, by: viewer, in: test.town) }
            await #expect(throws: Refusal.notFound) { _ = try await inviting.board(by: viewer.actor, in: test.town.town) }
        }
    }
}
