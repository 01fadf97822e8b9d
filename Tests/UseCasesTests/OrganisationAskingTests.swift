import Domain
import Mail
import Persistence
import Secrets
import TestSupport
import Testing
@testable import UseCases

/// Organisations in their turn: asked, silent, declining, none left.
@Suite struct OrganisationAskingTests {
    @Test(arguments: Engine.all) func oneIsAskedAndNothingIsSaidOfWhoAsks(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        for name in ["fournil", "semis"] { try await test.makeOrganisation(name) }
        let request = try await test.openRequestForOrganisations(["details": "Deux sacs", "lastName": "Durand"])
        #expect(try await test.request(request)?.rung == .association)
        #expect(try await test.organisationAnswers(request) == ["fournil asked"], "one at a time")
        let mail = try #require(test.organisationMails("fournil").first)
        #expect(mail.text.contains("Les Tilleuls") && mail.text.contains("Des courses"))
        for secret in ["Jeanne", "Durand", "Lilas", "Deux sacs", "jeanne@"] { #expect(!mail.text.contains(secret)) }
        let page = try await test.organisationPage("fournil")
        #expect(page.standing == .open && page.taken == nil && page.publicText == nil)
        #expect(test.organisationMails("semis").isEmpty)
    }

    @Test(arguments: Engine.all) func silenceGoesToTheNextAndThenUp(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        for name in ["fournil", "semis"] { try await test.makeOrganisation(name) }
        try await test.makeOrganisation("voirie", .service)
        let request = try await test.openRequestForOrganisations()
        let due = try #require(try await test.organisationAsks(request).first).dueAt
        #expect(due == test.clock.now + .hours(1), "two share the rung's two hours")
        #expect(try await test.steps(request) == [test.clock.now + .minutes(30)], "half of its hour")
        test.clock.move(.hours(1))
        await test.work()
        #expect(try await test.organisationAnswers(request) == ["fournil silent", "semis asked"])
        test.clock.move(.hours(1))
        await test.work()
        #expect(try await test.organisationAnswers(request) == ["fournil silent", "semis silent", "voirie asked"])
        #expect(try await test.request(request)?.rung == .agent)
        test.clock.move(.hours(2))
        await test.work()
        let top = try #require(try await test.request(request))
        #expect(top.rung == .duty && top.status == .open)
        #expect(try await test.organisationAnswers(request).last == "voirie silent")
        #expect(test.organisationMails("fournil").count == 1, "nobody is asked twice")
    }

    @Test(arguments: Engine.all) func whoHasNotAnsweredIsRemindedOnceAtHalfTime(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        for name in ["fournil", "semis"] { try await test.makeOrganisation(name) }
        let request = try await test.openRequestForOrganisations()
        let first = try test.organisationToken("fournil")
        test.clock.move(.minutes(30))
        await withTaskGroup { group in
            for _ in 0..<3 { group.addTask { await test.work() } }
        }
        let mails = test.organisationMails("fournil")
        #expect(mails.map(\.subject).filter { $0.hasPrefix("Rappel") }.count == 1 && mails.count == 2)
        #expect(mails.last?.text.contains("Les Tilleuls") == true && test.organisationMails("semis").isEmpty)
        #expect(try await test.steps(request) == [test.clock.now + .minutes(30)], "its time is its own, reminded or not")
        #expect(try test.organisationToken("fournil") != first, "a link of its own, and the first still opens")
        #expect(try await OrganisationAnswering(test.house).question(first, in: test.town).standing == .open)
        test.clock.move(.minutes(29))
        await test.work()
        #expect(test.organisationMails("fournil").count == 2)
        try await test.answer("fournil", .accept)
        #expect(try await test.match(for: request) != nil)
    }

    @Test(arguments: Engine.all) func whoAnsweredIsNotReminded(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        for name in ["fournil", "semis"] { try await test.makeOrganisation(name) }
        _ = try await test.openRequestForOrganisations()
        try await test.answer("fournil", .decline)
        test.clock.move(.minutes(30))
        await test.work()
        #expect(test.organisationMails("fournil").count == 1)
    }

    @Test(arguments: Engine.all) func aNoIsPassedOnAtOnceAndARepeatIsHarmless(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        for name in ["fournil", "semis"] { try await test.makeOrganisation(name) }
        let request = try await test.openRequestForOrganisations()
        for _ in 0..<2 { try await test.answer("fournil", .decline, name: "Léa") }
        #expect(try await test.organisationAnswers(request) == ["fournil declined", "semis asked"])
        #expect(try await test.organisationAsks(request).first?.answerer == "Léa")
        try await test.answer("semis", .decline)
        #expect(try await test.request(request)?.rung == .duty)
        #expect(try await test.organisationPage("fournil").standing == .declined)
    }

    @Test(arguments: Engine.all) func theTurnIsFairAcrossRequests(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        for name in ["fournil", "semis"] { try await test.makeOrganisation(name) }
        let first = try await test.openRequestForOrganisations()
        let second = try await test.openRequestForOrganisations()
        let third = try await test.openRequestForOrganisations()
        #expect(try await test.organisationAnswers(first).first?.hasPrefix("fournil") == true)
        #expect(try await test.organisationAnswers(second).first?.hasPrefix("semis") == true)
        #expect(try await test.organisationAnswers(third).first?.hasPrefix("fournil") == true)
    }

    @Test(arguments: Engine.all) func whoServesElsewhereOrTakesOtherThingsIsNotAsked(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        try await test.makeOrganisation("gare", zone: ["la-gare"])
        try await test.makeOrganisation("ecoute", takes: ["conversation"])
        let stopped = try await test.makeOrganisation("fermee")
        try await OrganisationKeeping(test.house).switched(stopped.id, on: false, by: test.boss, in: test.town)
        let request = try await test.openRequestForOrganisations()
        #expect(try await test.organisationAsks(request).isEmpty)
        #expect(try await test.request(request)?.rung == .duty, "no rung is waited for where nobody is")
        let near = try await test.openRequestForOrganisations(["neighbourhood": "la-gare"])
        #expect(try await test.organisationAnswers(near) == ["gare asked"])
    }

    @Test(arguments: Engine.all) func theReserveIsAskedOnlyWhileTheMayorHasCalledItOut(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        try await test.makeOrganisation("reserve", .communalReserve)
        let before = try await test.openRequestForOrganisations()
        #expect(try await test.organisationAsks(before).isEmpty)
        try await test.callOut()
        let during = try await test.openRequestForOrganisations()
        #expect(try await test.organisationAnswers(during) == ["reserve asked"])
        #expect(try await test.request(during)?.rung == .reserve)
        #expect(try await test.organisationAnswers(before) == ["reserve asked"], "what waits on duty is not forgotten")
    }

    @Test(arguments: Engine.all) func closedInBetweenWhatIsAskedGoesOnAndWhatIsAcceptedStays(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        try await test.makeOrganisation("reserve", .communalReserve)
        let activation = try await test.callOut()
        let taken = try await test.openRequestForOrganisations()
        try await test.answer("reserve", .accept)
        let accepted = try test.organisationToken("reserve")
        let asked = try await test.openRequestForOrganisations()
        for _ in 0..<2 { try await ReserveKeeping(test.house).standDown(activation.id, by: test.boss, in: test.town) }
        await test.work()
        #expect(try await test.organisationAnswers(asked) == ["reserve too_late"])
        #expect(try await test.request(asked)?.rung == .duty)
        #expect(try await test.organisationPage("reserve").standing == .stoodDown)
        #expect(test.organisationMails("reserve").last?.subject.contains("Fin de l’activation") == true)
        try await test.answer("reserve", .accept)
        #expect(try await test.match(for: asked) == nil, "a yes comes too late")
        #expect(try await test.match(for: taken)?.frame == .communalReserve)
        let page = try await OrganisationAnswering(test.house).question(accepted, in: test.town)
        let kept = try #require(try await test.match(for: taken)).id
        #expect(page.standing == .accepted(kept))
        #expect(try await test.journal(.decided).filter { $0.hasPrefix("reserve_") } == ["reserve_called_out", "reserve_stood_down"])
    }

    @Test(arguments: Engine.all) func anActivationThatEndsByItselfEndsTheAskWithIt(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        try await test.makeOrganisation("reserve", .communalReserve)
        let activation = try await test.callOut(days: 0)
        // Eight in the evening: the rung's two hours would end tomorrow morning.
        test.clock.move(.hours(8))
        let request = try await test.openRequest()
        await test.work()
        test.clock.move(.hours(2))
        await test.work()
        #expect(try await test.organisationAsks(request).map(\.dueAt) == [activation.until])
        test.clock.move(.hours(14))
        await test.work()
        #expect(try await test.request(request)?.rung != .reserve)
    }

    @Test(arguments: Engine.all) func aStepThatRunsTwiceAsksOnceAndALostOneIsCaught(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        for name in ["fournil", "semis"] { try await test.makeOrganisation(name) }
        let request = try await test.openRequestForOrganisations()
        for _ in 0..<3 {
            try await test.house.write(test.town.town) { [house = test.house, town = test.town, now = test.clock.now] scope in
                try LadderStep(house: house, town: town.town, scope: scope, now: now).run(request)
            }
        }
        await test.work()
        #expect(try await test.organisationAnswers(request) == ["fournil asked"])
        #expect(try await test.steps(request).count == 1)
        try await test.loseJobs()
        test.clock.move(.hours(2) + .minutes(11))
        await test.work(withSchedules: true)
        #expect(try await test.organisationAnswers(request).first == "fournil silent")
        #expect(try await test.request(request)?.rung == .duty)
    }

    @Test func nobodyIsAskedByNight() async throws {
        let test = try await TestHouse()
        for name in ["fournil", "semis"] { try await test.makeOrganisation(name) }
        test.clock.move(.hours(8))
        let request = try await test.openRequestForOrganisations()
        test.clock.move(.hours(2))
        try await test.answer("fournil", .decline)
        #expect(try await test.organisationAnswers(request) == ["fournil declined"], "ten in the evening")
        #expect(try await test.steps(request) == [TestClock.start + .hours(22)])
    }
}
