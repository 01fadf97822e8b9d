import Domain
import Mail
import Persistence
import Secrets
import TestSupport
import Testing
@testable import UseCases

@Suite struct ContactStopTests {
    private func met(_ test: TestHouse) async throws -> (Requests.Created, Match) {
        try await test.makeHelper(test.cast.karim)
        let created = try await test.ask()
        return (created, try await test.sayYes(test.cast.karim, to: created.request.id))
    }

    /// Whom Karim helped says that he threatened her.
    private func stopKarim(_ test: TestHouse) async throws -> (Requests.Created, Match) {
        let (created, match) = try await met(test)
        try await test.report(.conversation(.tracking(.link(created.tracking)), nil))
        return (created, match)
    }

    private func decide(_ form: [String: String], by actor: Actor, _ test: TestHouse) async throws {
        let report = try #require(try await test.openReports().first)
        try await ReportModeration(test.house).decide(form, on: report.id, by: actor, in: test.town)
    }

    @Test(arguments: Engine.all) func oneReportOfViolenceStopsNewContactsAtOnce(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let offer = try await test.offer(of: test.cast.karim)
        let (_, match) = try await stopKarim(test)
        #expect(try await test.stops(of: test.cast.karim).map(\.isAutomatic) == [true])
        #expect(try await test.match(for: match.request) != nil, "what runs goes on")
        #expect(try await PublicOffers(test.house).find(offer, in: test.town) == nil)
        let next = try await test.openRequest()
        await test.work()
        #expect(try await test.asks(next).isEmpty)
        await #expect(throws: ContactStop.refusal) { try await test.sayYes(test.cast.karim, to: next) }
        let viewer = try await test.viewer(test.cast.karim)
        let standing = try await Helping(test.house).standing(next, for: viewer, in: test.town)
        guard case .question(let question) = standing else { return #expect(Bool(false), "\(standing)") }
        #expect(question.obstacle == ContactStop.refusal)
        await #expect(throws: ContactStop.refusal) { try await Offering(test.house).check(test.cast.karim, in: test.town) }
        let told = test.mails(to: "karim@clairval.test").filter { $0.contains("/mon-compte/arret") }
        #expect(told.count == 1 && told[0].contains("violence"))
        #expect(!told[0].contains("mot du témoin") && !told[0].contains("Jeanne"))
        #expect(test.mails(to: "mona@clairval.test").contains { $0.contains("/moderation/signalements") })
    }

    @Test(arguments: Engine.all) func whatTheyAskedForIsServedByTheTown(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        try await test.makeHelper(test.cast.karim)
        try await test.makeHelper(test.cast.lucie)
        let open = try await Requests(test.house).ask(
            AskingTests.form, in: test.town, by: Actor(person: test.cast.karim.id), language: "fr", door: .web)
        #expect(try await PublicNeeds(test.house).find(open.request.id, in: test.town) != nil)
        try await test.report(.request(open.request.id, Actor(person: test.cast.lucie.id)), .theft)
        let request = try #require(try await test.request(open.request.id))
        #expect(request.status == .open && request.rung == .referent && request.owner == test.cast.martine.id)
        #expect(try await PublicNeeds(test.house).find(request.id, in: test.town) == nil)
        #expect(try await test.tracked(open.tracking.text)?.isServedByTown == true)
        await #expect(throws: Matching.alreadyMatched) { try await test.sayYes(test.cast.lucie, to: request.id) }
        // A new one too, also without signing in.
        var form = AskingTests.form
        form["email"] = "karim@clairval.test"
        let later = try await Requests(test.house).ask(form, in: test.town, by: .visitor, language: "fr", door: .web)
        #expect(try await PublicNeeds(test.house).find(later.request.id, in: test.town) == nil)
        await test.work()
        #expect(try await test.asks(later.request.id).isEmpty)
        #expect(try await test.request(later.request.id)?.rung == .referent)
        // The referent finds somebody who knows.
        let match = try await assign(test.cast.lucie, to: request.id, test)
        #expect(match?.helper == test.cast.lucie.id)
    }

    private func assign(_ helper: Person, to request: ID<HelpRequest>, _ test: TestHouse) async throws -> Match? {
        try await Dispatch(test.house).assign(helper.id, to: request, contact: "lucie@clairval.test", by: test.guide, in: test.town)
        return try await test.match(for: request)
    }

    @Test(arguments: Engine.all) func aDismissedReportLetsContactsGoOn(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let open = try await Requests(test.house).ask(
            AskingTests.form, in: test.town, by: Actor(person: test.cast.karim.id), language: "fr", door: .web)
        let offer = try await test.offer(of: test.cast.karim)
        _ = try await stopKarim(test)
        try await decide(["decision": "dismiss"], by: test.mona, test)
        #expect(try await test.stops(of: test.cast.karim).map(\.isStanding) == [false])
        #expect(try await !test.isHeld(test.cast.karim.id))
        #expect(try await PublicOffers(test.house).find(offer, in: test.town) != nil)
        #expect(try await test.request(open.request.id)?.rung == .helpers)
        #expect(try await PublicNeeds(test.house).find(open.request.id, in: test.town) != nil)
        #expect(try await test.journal(about: test.cast.karim) == ["decided contact_stop", "decided contact_stop_ended"])
    }

    @Test(arguments: Engine.all) func anAppealIsAnsweredBySomebodyWhoDidNotDecide(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        _ = try await stopKarim(test)
        try await decide(["decision": "stop", "stopReason": "theft", "words": "Deux témoins"], by: test.mona, test)
        let (own, viewer) = (OwnStops(test.house), try await test.viewer(test.cast.karim))
        let standing = try #require(try await own.list(of: viewer, in: test.town).first)
        #expect(standing.reason == .theft && standing.words == "Deux témoins" && standing.decidedBy == test.cast.moderator.id)
        for _ in 1...2 { try await own.appeal(["words": "Ce n’était pas moi"], by: viewer, in: test.town) }
        await #expect(throws: Refusal(.conflict, "refusal.appealDone")) {
            try await own.appeal(["words": "Autre chose"], by: viewer, in: test.town)
        }
        let (moderation, answer) = (ReportModeration(test.house), ["result": "overturned", "words": "En effet"])
        #expect(try await moderation.desk(skipping: [], by: test.mona, in: test.town).count == 0)
        await #expect(throws: Refusal.notFound) { try await moderation.answer(answer, to: standing.id, by: test.mona, in: test.town) }
        let desk = try await moderation.desk(skipping: [], by: test.administrator, in: test.town)
        #expect(desk.appealed?.stop.appeal?.words == "Ce n’était pas moi")
        for _ in 1...2 { try await moderation.answer(answer, to: standing.id, by: test.administrator, in: test.town) }
        #expect(try await !test.isHeld(test.cast.karim.id))
        await test.work()
        #expect(test.mails(to: "karim@clairval.test").filter { $0.contains("En effet") }.count == 1)
    }

    @Test func aSecondStopByTheSameReporterIsReadFirst() async throws {
        let test = try await TestHouse()
        let (created, _) = try await stopKarim(test)
        try await test.makeHelper(test.cast.lucie)
        let asker = try #require(try await test.person(created.request.asker))
        let lucie = ReportDoor.offer(try await test.offer(of: test.cast.lucie), Actor(person: asker.id))
        try await test.report(lucie, .violence)
        #expect(try await test.stops(of: test.cast.lucie).isEmpty)
        #expect(try await test.openReports().count == 2)
        // Whoever is held by a stop stops nobody in return.
        try await test.report(.offer(try await test.offer(of: test.cast.lucie), Actor(person: test.cast.karim.id)), .minor)
        #expect(try await test.stops(of: test.cast.lucie).isEmpty)
        test.clock.move(.days(31))
        try await test.report(lucie, .theft)
        #expect(try await test.stops(of: test.cast.lucie).count == 1)
    }

    @Test func aFloodOfReportsFreezesNoTown() async throws {
        let test = try await TestHouse()
        let most = ReporterStanding.townMost
        for number in 0...most {
            let (helper, witness) = (try await test.newPerson("aidant\(number)"), try await test.newPerson("temoin\(number)"))
            try await test.makeHelper(helper)
            try await test.report(.offer(try await test.offer(of: helper), Actor(person: witness.id)), .theft)
            #expect(try await test.stops(of: helper).count == (number < most ? 1 : 0), "\(number)")
        }
    }

    @Test func anotherAccountAtTheSameAddressIsAnotherPerson() async throws {
        let test = try await TestHouse()
        _ = try await stopKarim(test)
        let (now, house) = (test.clock.now, test.house)
        func person(_ hasAccount: Bool) -> Person {
            Person(
                id: house.world.id(), firstName: "Nora", email: test.cast.karim.email, channel: .email, hasAccount: hasAccount,
                createdAt: now)
        }
        let (wife, visitor) = (person(true), person(false))
        try await house.write(test.town.town) { scope in
            for one in [wife, visitor] { try People(scope).insert(one) }
        }
        #expect(try await !test.isHeld(wife.id))
        #expect(try await test.isHeld(visitor.id))
    }
}
