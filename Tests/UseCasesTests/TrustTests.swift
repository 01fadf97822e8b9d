import Domain
import Mail
import Persistence
import TestSupport
import Testing
import UseCases

@Suite struct TrustTests {
    private let meeting = MeetingForm(["tier": "2", "metOn": "20/11/2026", "seen": "yes"])

    /// Karim helps in Les Tilleuls and has accepted the charter.
    private func house(on engine: Engine = .sqlite) async throws -> TestHouse {
        let test = try await TestHouse(on: engine)
        let karim = try await test.viewer(test.cast.karim)
        try await AvailabilityKeeping(test.house).save(TestHouse.availability, of: karim, in: test.town)
        try await Trust(test.house).acceptCharter(1, by: karim, in: test.town.town)
        return test
    }

    @Test(arguments: Engine.all) func theCharterOpensTheDoorOnce(_ engine: Engine) async throws {
        let test = try await house(on: engine)
        let karim = try await test.viewer(test.cast.karim)
        #expect(try await test.helper(test.cast.karim)?.tier == .doorstep)
        try await Trust(test.house).acceptCharter(1, by: karim, in: test.town.town)
        let consents = try await test.house.read(test.town.town) { try Consents($0).inForce(of: test.cast.karim.id) }
        #expect(consents.map(\.purpose) == [.charter] && consents.map(\.textVersion.count) == [12])
        await #expect(throws: Refusal(.conflict, "refusal.charterChanged")) {
            try await Trust(test.house).acceptCharter(2, by: karim, in: test.town.town)
        }
    }

    @Test(arguments: Engine.all) func aReferentGrantsAfterMeetingAndRevokesInOneTap(_ engine: Engine) async throws {
        let test = try await house(on: engine)
        let trust = Trust(test.house)
        let karim = test.cast.karim
        let martine = try await test.viewer(test.cast.martine)
        let asker = try await test.viewer(karim)
        try await trust.askMeeting(asker, in: test.town)
        #expect(try await trust.askingToMeet(by: martine.actor, in: test.town.town).map(\.person.id) == [karim.id])
        try await trust.grant(meeting, to: karim.id, by: martine.actor, in: test.town.town)
        try await trust.grant(meeting, to: karim.id, by: martine.actor, in: test.town.town)
        #expect(try await test.helper(karim)?.tier == .insideHome)
        let dossier = try await trust.dossier(karim.id, by: martine.actor, in: test.town.town)
        #expect(dossier.grants.count == 1, "sent twice, granted once")
        #expect(dossier.granters[test.cast.martine.id]?.firstName == "Martine")
        #expect(try await trust.askingToMeet(by: martine.actor, in: test.town.town).isEmpty)
        try await trust.revoke(from: karim.id, by: martine.actor, in: test.town.town)
        #expect(try await test.helper(karim)?.tier == .doorstep)
        await test.work()
        let mails = test.mailer.sent.map { "\($0.to.address) \($0.subject)" }
        #expect(mails.count == 3, "the referent is asked, the helper hears of both: \(mails)")
        let traces = try await test.journal(about: karim)
        #expect(traces == ["read_contact trust", "granted trust", "read_contact trust", "revoked trust"])
    }

    @Test func nobodyGrantsOutsideTheirQuartiersNorToThemselves() async throws {
        let test = try await house()
        let trust = Trust(test.house)
        let martine = try await test.viewer(test.cast.martine).actor
        try await test.makeHelper(test.cast.lucie)
        try await test.makeHelper(test.cast.martine)
        await #expect(throws: Refusal.notFound, "Lucie lives in another quartier") {
            try await trust.grant(meeting, to: test.cast.lucie.id, by: martine, in: test.town.town)
        }
        await #expect(throws: Refusal(.forbidden, "refusal.ownTrust")) {
            try await trust.grant(meeting, to: test.cast.martine.id, by: martine, in: test.town.town)
        }
        let olga = Actor(person: test.cast.olga.id, roles: [])
        await #expect(throws: Refusal.notFound) { try await trust.dossier(test.cast.karim.id, by: olga, in: test.town.town) }
        let foreigner = Actor(person: test.cast.olga.id, roles: [Role(.administrator)])
        await #expect(throws: Refusal.notFound, "an administrator of another town finds nobody there") {
            try await trust.dossier(test.cast.karim.id, by: foreigner, in: test.elsewhere.town)
        }
        #expect(try await test.helper(test.cast.lucie)?.tier == .doorstep)
    }

    @Test(arguments: Engine.all) func aSearchFindsOnlyHelpersOfOnesQuartiers(_ engine: Engine) async throws {
        let test = try await house(on: engine)
        try await test.makeHelper(test.cast.lucie)
        let martine = try await test.viewer(test.cast.martine).actor
        let boss = try await test.viewer(test.cast.administrator).actor
        func found(_ typed: String, by actor: Actor) async throws -> [String] {
            try await Trust(test.house).search(try ContactSearch(typed: typed), by: actor, in: test.town.town).map(\.firstName)
        }
        #expect(try await found("KARIM@clairval.test", by: martine) == ["Karim"])
        #expect(try await found("0600000002", by: martine) == ["Karim"])
        #expect(try await found("lucie@clairval.test", by: martine).isEmpty)
        #expect(try await found("lucie@clairval.test", by: boss) == ["Lucie"])
        #expect(try await found("04 90 00 00 01", by: boss).isEmpty, "Jeanne asks for help and helps nobody")
    }

    @Test func aMinorNeedsAParentWhoWasSeen() async throws {
        let test = try await house()
        var form = TestHouse.availability
        form.fields["birthYear"] = "2010"
        let karim = test.cast.karim
        try await AvailabilityKeeping(test.house).save(form, of: try await test.viewer(karim), in: test.town)
        let martine = try await test.viewer(test.cast.martine).actor
        #expect(try await test.helper(karim)?.effectiveTier == nil)
        await #expect(throws: Refusal.self) { try await Trust(test.house).grant(meeting, to: karim.id, by: martine, in: test.town.town) }
        try await Trust(test.house).authorise(true, minor: karim.id, by: martine, in: test.town.town)
        #expect(try await test.helper(karim)?.effectiveTier == .doorstep)
        try await Trust(test.house).authorise(false, minor: karim.id, by: martine, in: test.town.town)
        #expect(try await test.helper(karim)?.effectiveTier == nil)
        #expect(try await test.journal(about: karim) == ["granted parental_authorisation", "revoked parental_authorisation"])
    }
}
