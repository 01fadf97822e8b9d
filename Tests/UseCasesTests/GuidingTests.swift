import Database
import Domain
import Mail
import Persistence
import TestSupport
import Testing

@testable import UseCases

@Suite struct GuidingTests {
    @Test(arguments: Engine.all) func cancellingTellsTheHelperAndTheAsker(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        try await test.makeHelper(test.cast.karim)
        let id = try await test.takeCall()
        let referents = Referents(test.house)
        try await Dispatch(test.house).assign(test.cast.karim.id, to: id, by: test.guide, in: test.town)
        for _ in 1...2 { try await referents.cancel(id, .notForNeighbours, tells: true, by: test.guide, in: test.town) }
        await test.work()
        #expect(try await test.request(id)?.status == .cancelled)
        #expect(try await test.openCalls(id).map(\.reason) == [.cancelled])
        #expect(test.mailer.sent.filter { $0.to.address == "karim@clairval.test" && $0.subject.contains("annulée") }.count == 1)
        let events = try await referents.open(id, by: test.guide, in: test.town).events.map(\.what)
        #expect(events == [.received(.phone), .matched(.referent), .cancelled(.notForNeighbours)])
    }

    @Test(arguments: Engine.all) func theReferentSaysHowItWent(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let id = try await test.takeCall()
        try await Referents(test.house).record(OutcomeForm(["result": "partly"]), of: id, by: test.guide, in: test.town)
        let request = try await test.request(id)
        #expect(request?.status == .closed && request?.outcome == .partly)
        let outcome = try await test.house.read(test.town.town) { try Outcomes($0).of(id).first }
        #expect(outcome?.side == .referent && outcome?.recordedBy == test.cast.martine.id)
    }

    @Test(arguments: Engine.all) func openingIsJournaledAndOnlyForTheQuartier(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let id = try await test.takeCall()
        let referents = Referents(test.house)
        _ = try await referents.open(id, by: test.guide, in: test.town)
        #expect(try await test.journal(.readContact) == ["referent"])
        for actor in [test.otherGuide, Actor(person: test.cast.karim.id), Actor(person: test.cast.moderator.id, roles: [Role(.moderator)])]
        {
            await #expect(throws: Refusal.notFound) { try await referents.open(id, by: actor, in: test.town) }
            await #expect(throws: Refusal.notFound) {
                try await referents.cancel(id, .duplicate, tells: false, by: actor, in: test.town)
            }
            await #expect(throws: Refusal.notFound) { try await referents.restart(id, by: actor, in: test.town) }
            await #expect(throws: Refusal.notFound) { try await referents.hand(id, to: test.cast.martine.id, by: actor, in: test.town) }
        }
        await #expect(throws: Refusal.notFound) { try await referents.open(id, by: test.administrator, in: test.elsewhere) }
        #expect(try await test.journal(.readContact).count == 1)
        #expect(try await referents.todo(by: test.otherGuide, in: test.town).asking.count == 0)
        #expect(try await referents.todo(by: test.administrator, in: test.town).asking.count == 1)
    }

    @Test(arguments: Engine.all) func timeUpBringsItToTheReferentAndBack(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let id = try await test.takeCall()
        await test.work()
        let referents = Referents(test.house)
        #expect(try await referents.todo(by: test.guide, in: test.town).mine.requests.map(\.id) == [id])
        try await test.makeHelper(test.cast.karim)
        try await referents.restart(id, by: test.guide, in: test.town)
        await test.work()
        #expect(test.mailer.sent.contains { $0.to.address == "karim@clairval.test" })
        #expect(try await referents.todo(by: test.guide, in: test.town).mine.count == 0)
    }

    @Test(arguments: Engine.all) func whatIsHandedOverMayBeOpenedByItsNewOwner(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        try await test.grant(Role(.referent, neighbourhood: test.town.neighbourhoods[1].id), to: test.cast.lucie)
        let id = try await test.takeCall()
        let referents = Referents(test.house)
        await #expect(throws: Refusal.self) { try await referents.hand(id, to: test.cast.karim.id, by: test.guide, in: test.town) }
        try await referents.hand(id, to: test.cast.lucie.id, by: test.guide, in: test.town)
        #expect(try await referents.open(id, by: test.otherGuide, in: test.town).owner.name == "Lucie P.")
        #expect(try await referents.todo(by: test.otherGuide, in: test.town).asking.count == 1)
        await test.work()
        #expect(
            test.mailer.sent.contains { $0.to.address == "lucie@clairval.test" && $0.text.contains("/referent/demandes/\(id.text)") })
    }

    @Test(arguments: Engine.all) func aRevokedOwnersRequestsMoveOn(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let mine = try await test.takeCall()
        let (martine, administrator) = (test.cast.martine.id, test.cast.administrator.id)
        try await test.house.write(test.town.town) { scope in
            try scope.sql.run("/* revoke */ UPDATE roles SET revoked_at = 1 WHERE town_id = \(scope.town) AND person_id = \(martine)")
            try Ownership.reassign(from: martine, now: test.clock.now, in: scope)
        }
        let owner = try #require(try await test.request(mine)?.owner)
        #expect(owner != martine)
        let roles = try await test.house.read(test.town.town) { try Roles($0).of(owner) }
        #expect(roles.contains { $0.kind == .administrator })
        // The last administrator cannot go.
        await #expect(throws: Refusal(.conflict, "refusal.lastOwner")) {
            try await test.house.write(test.town.town) { scope in
                try scope.sql.run("/* revoke */ UPDATE roles SET revoked_at = 1 WHERE town_id = \(scope.town) AND kind = 'administrator'")
                try Ownership.reassign(from: administrator, now: test.clock.now, in: scope)
            }
        }
        #expect(try await test.house.read(test.town.town) { try Roles($0).owner(for: nil, at: test.clock.now) } != nil)
    }
}
