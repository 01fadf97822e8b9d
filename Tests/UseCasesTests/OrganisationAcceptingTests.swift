import Domain
import Mail
import Persistence
import Secrets
import TestSupport
import Testing
@testable import UseCases

/// What an organisation accepts: whom it sees, who is told, how it ends.
@Suite struct OrganisationAcceptingTests {
    private func accepted(_ test: TestHouse, _ changes: [String: String] = [:]) async throws -> ID<HelpRequest> {
        for name in ["fournil", "semis"] { try await test.makeOrganisation(name) }
        let request = try await test.openRequestForOrganisations(changes)
        try await test.answer("fournil", .accept, name: "Léa Boulanger")
        return request
    }

    @Test(arguments: Engine.all) func aYesIsAMatchInItsFrameAndTheAskerHearsWhoComes(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let request = try await accepted(test)
        for reply in [OrganisationAnswering.Reply.accept, .decline] { try await test.answer("fournil", reply) }
        let match = try #require(try await test.match(for: request))
        #expect(match.origin == .organisation && match.frame == .association && match.helper == test.cast.martine.id)
        #expect(try await test.request(request)?.status == .matched)
        #expect(try await test.organisationAnswers(request) == ["fournil accepted"])
        let told = test.mailer.sent.filter { $0.to.address == "jeanne@clairval.test" && $0.subject.contains("dit oui") }
        #expect(told.count == 1 && told.first?.text.contains("fournil veut bien vous aider") == true)
        #expect(!told.contains { $0.text.contains("Martine") })
        #expect(test.mailer.sent.filter { $0.to.address == "martine@clairval.test" && $0.subject.contains("fournil") }.count == 1)
        let opened = try await Referents(test.house).open(request, by: test.guide, in: test.town)
        #expect(opened.organisation?.name == "fournil" && opened.organisation?.answerer == "Léa Boulanger" && opened.helper == nil)
        #expect(opened.organisation?.acceptedAt != nil)
    }

    @Test(arguments: Engine.all) func itSeesWhatWasAgreedAndEachLookIsJournaled(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        try await test.makeOrganisation("fournil")
        let request = try await test.takeCall()
        await test.work()
        try await test.leaveReferent()
        #expect(try await test.organisationPage("fournil").taken == nil)
        try await test.answer("fournil", .accept)
        for _ in 0..<2 {
            let taken = try #require(try await test.organisationPage("fournil").taken)
            #expect(
                taken.askerName == "Odette" && taken.contacts[.phone]?.filter(\.isNumber) == "0490112233" && taken.contacts[.email] == nil)
        }
        let helped = try #require(try await test.request(request)).asker
        let asker = try #require(try await test.person(helped))
        #expect(try await test.journal(about: asker).filter { $0 == "read_contact organisation" }.count == 2)
        #expect(try await test.ringBacks(request) == ["matched"], "who has no e-mail is rung")
        let call = try #require(try await test.openCalls(request).first)
        #expect(try await Referents(test.house).openCall(call.id, by: test.guide, in: test.town).helperName == "fournil")
    }

    @Test(arguments: Engine.all) func whatWasNotAgreedIsNotShownAndMessagesGoBothWays(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        try await test.makeOrganisation("fournil")
        let created = try await test.ask(["phone": "06 12 34 56 78"])
        await test.work()
        try await test.leaveReferent()
        try await test.answer("fournil", .accept)
        #expect(try await test.organisationPage("fournil").taken?.contacts.isEmpty == true)
        let conversations = Conversations(test.house)
        let token = try test.organisationToken("fournil")
        _ = try await conversations.send(
            MessageForm(["message": "Nous passons à 15 h."]), id: nil, through: .organisation(token), in: test.town)
        await test.work()
        let seen = try await conversations.open(.tracking(.link(created.tracking)), in: test.town)
        #expect(seen.messages.map(\.body) == ["Nous passons à 15 h."] && seen.otherName == "fournil")
        test.clock.move(.minutes(1))
        _ = try await conversations.send(
            MessageForm(["message": "Merci beaucoup."]), id: nil, through: .tracking(.link(created.tracking)), in: test.town)
        await test.work()
        #expect(test.organisationMails("fournil").last?.subject.contains("Un message") == true)
        #expect(try await test.organisationPage("fournil").taken?.messages.map(\.body) == ["Nous passons à 15 h.", "Merci beaucoup."])
    }

    @Test(arguments: Engine.all) func givenBackItGoesToTheNextOfItsRung(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let request = try await accepted(test)
        let token = try test.organisationToken("fournil")
        test.clock.move(.minutes(1))
        for _ in 0..<2 { try await OrganisationAnswering(test.house).withdraw(token, in: test.town) }
        await test.work()
        #expect(try await test.organisationAnswers(request) == ["fournil withdrawn", "semis asked"])
        let open = try #require(try await test.request(request))
        #expect(open.status == .open && open.rung == .association && open.matchedAt == nil)
        #expect(test.mailer.sent.filter { $0.to.address == "jeanne@clairval.test" && $0.subject.contains("Nous cherchons") }.count == 1)
        #expect(try await OrganisationAnswering(test.house).question(token, in: test.town).standing == .withdrawn)
        try await OrganisationAnswering(test.house).answer(token, .accept, name: nil, in: test.town)
        #expect(try await test.match(for: request) == nil)
        try await test.answer("semis", .decline)
        #expect(try await test.request(request)?.rung == .duty)
    }

    @Test(arguments: Engine.all) func doneClosesItAndTheAskerMayStillSay(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        for name in ["fournil"] { try await test.makeOrganisation(name) }
        let created = try await test.ask()
        await test.work()
        try await test.leaveReferent()
        try await test.answer("fournil", .accept)
        let token = try test.organisationToken("fournil")
        for result in ["helped", "partly"] {
            try await OrganisationAnswering(test.house).finish(token, OutcomeForm(["result": result]), in: test.town)
        }
        let closed = try #require(try await test.request(created.request.id))
        #expect(closed.status == .closed && closed.outcome == .helped)
        #expect(try await test.organisationAnswers(closed.id) == ["fournil done"])
        #expect(try await OrganisationAnswering(test.house).question(token, in: test.town).standing == .done)
        #expect(try await Requests(test.house).tracked(created.tracking, in: test.town)?.maySayOutcome == true)
        test.clock.move(.days(8))
        #expect(try await OrganisationAnswering(test.house).question(token, in: test.town).taken == nil, "a week later it sees nobody")
    }

    @Test(arguments: Engine.all) func bothSidesAreAskedHowItWent(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        _ = try await accepted(test)
        test.clock.move(.days(2))
        await test.work()
        for address in ["fournil@organisations.test", "jeanne@clairval.test"] {
            #expect(test.mailer.sent.filter { $0.to.address == address && $0.subject.contains("Comment cela s’est passé") }.count == 1)
        }
    }

    @Test(arguments: Engine.all) func ofTwoYesesAtOnceOneHasIt(_ engine: Engine) async throws {
        for _ in 0..<3 {
            let test = try await TestHouse(on: engine)
            for name in ["fournil", "semis"] { try await test.makeOrganisation(name) }
            let request = try await test.openRequestForOrganisations()
            test.clock.move(.hours(1))
            await test.work()
            let tokens = try [test.organisationToken("fournil"), test.organisationToken("semis")]
            let answering = OrganisationAnswering(test.house)
            await withTaskGroup { group in
                for token in tokens { group.addTask { try? await answering.answer(token, .accept, name: nil, in: test.town) } }
            }
            let answers = try await test.organisationAsks(request).map(\.answer)
            #expect(answers == [.accepted, .tooLate] || answers == [.silent, .accepted])
            #expect(try await test.match(for: request) != nil)
        }
    }

    @Test func theLinkOpensNothingElsewhere() async throws {
        let test = try await TestHouse()
        let request = try await accepted(test)
        let token = try test.organisationToken("fournil")
        let answering = OrganisationAnswering(test.house)
        for (one, town) in [(token, test.elsewhere), (Token(), test.town)] {
            await #expect(throws: Refusal.notFound) { try await answering.question(one, in: town) }
            await #expect(throws: Refusal.notFound) { try await answering.withdraw(one, in: town) }
            await #expect(throws: Refusal.notFound) { try await answering.answer(one, .accept, name: nil, in: town) }
            await #expect(throws: Refusal.notFound) {
                try await Conversations(test.house).send(
                    MessageForm(["message": "Bonjour"]), id: nil, through: .organisation(one), in: town)
            }
        }
        #expect(try await test.request(request)?.status == .matched)
    }

    @Test(arguments: Engine.all) func aNeighbourWhoSaysYesFirstFreesTheOrganisation(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        try await test.makeOrganisation("fournil")
        let request = try await test.openRequestForOrganisations()
        try await test.makeHelper(test.cast.karim)
        _ = try await test.sayYes(test.cast.karim, to: request)
        await test.work()
        #expect(try await test.organisationAnswers(request) == ["fournil too_late"])
        #expect(try await test.organisationPage("fournil").standing == .taken)
        #expect(test.organisationMails("fournil").count == 2, "asked, and freed")
    }

    @Test(arguments: Engine.all) func whoAnsweredForItAndIsErasedIsReplaced(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let request = try await accepted(test)
        try await Erasing(test.house).erase(try await test.viewer(test.cast.martine), in: test.town)
        #expect(try await test.request(request)?.status == .matched, "what the organisation accepted stays")
        let owner = try #require(try await test.match(for: request)).helper
        #expect(owner != test.cast.martine.id && owner != Person.nobody.id)
        #expect(try await OrganisationKeeping(test.house).all(by: test.boss, in: test.town).allSatisfy { $0.organisation.owner == owner })
    }

    @Test(arguments: Engine.all) func nothingIsLeftOfWhoWasHelped(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let request = try await accepted(test)
        let token = try test.organisationToken("fournil")
        try await OrganisationAnswering(test.house).finish(token, OutcomeForm(["result": "helped"]), in: test.town)
        try await test.house.write(test.town.town) { [now = test.clock.now] in try RequestShell(request, $0).empty(now: now) }
        await #expect(throws: Refusal.notFound) { try await OrganisationAnswering(test.house).question(token, in: test.town) }
        let ask = try #require(try await test.organisationAsks(request).first)
        #expect(ask.answer == .done && ask.answerer == nil)
    }

    @Test func onlyAdministratorsKeepOrganisations() async throws {
        let test = try await TestHouse()
        let keeping = OrganisationKeeping(test.house)
        let known = try await test.makeOrganisation("fournil")
        for actor in [Actor.visitor, test.guide, Actor(person: test.cast.karim.id)] {
            await #expect(throws: Refusal.notFound) { try await keeping.all(by: actor, in: test.town) }
            await #expect(throws: Refusal.notFound) { try await keeping.switched(known.id, on: false, by: actor, in: test.town) }
            await #expect(throws: Refusal.notFound) { try await ReserveKeeping(test.house).board(by: actor, in: test.town) }
        }
        await #expect(throws: Refusal.notFound) { try await keeping.find(known.id, by: test.boss, in: test.elsewhere) }
        let twice = await #expect(throws: Refusal.self) { try await test.makeOrganisation("fournil") }
        #expect(twice?.fields.map(\.key) == ["refusal.organisationKnown"])
        #expect(try await test.journal(.changedSettings).suffix(1) == ["added"])
    }

    @Test(arguments: Engine.all) func beyondTheDaysOfOneVolunteerSomebodySaysSoByName(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let long = ReserveActivationForm([
            "decidedBy": "Mme Dupont, maire", "why": "Crue", "from": "2026-11-21", "until": "2026-12-09",
        ])
        let keeping = ReserveKeeping(test.house)
        let refusal = await #expect(throws: Refusal.self) { try await keeping.callOut(long, by: test.boss, in: test.town) }
        #expect(refusal?.fields.map(\.key) == ["refusal.activationBeyond"])
        #expect(refusal?.fields.first?.arguments["days"] == "16")
        var known = long
        known.fields["beyond"] = "yes"
        for _ in 0..<2 { try await keeping.callOut(known, by: test.boss, in: test.town) }
        #expect(try await test.journal(.decided) == ["reserve_called_out", "reserve_beyond_limit"])
        #expect(try await keeping.board(by: test.boss, in: test.town).year.days == 1, "today")
        test.clock.move(.days(12))
        #expect(try await keeping.year(by: test.boss, in: test.town).standing == .fine)
        test.clock.move(.days(2))
        #expect(try await keeping.year(by: test.boss, in: test.town) == keeping.board(by: test.boss, in: test.town).year)
        #expect(try await keeping.year(by: test.boss, in: test.town).standing == .near)
        await #expect(throws: Refusal.notFound) { _ = try await keeping.year(by: test.guide, in: test.town) }
    }

    @Test func twoDecisionsForOneDayAreRefusedAndTheSameTwiceIsOne() async throws {
        let test = try await TestHouse()
        let first = try await test.callOut()
        #expect(try await test.callOut().id == first.id)
        let refusal = await #expect(throws: Refusal.self) { try await test.callOut(days: 5) }
        #expect(refusal?.fields.map(\.key) == ["refusal.activationOverlap"])
        try await ReserveKeeping(test.house).standDown(first.id, by: test.boss, in: test.town)
        try await test.callOut(days: 5)
        let board = try await ReserveKeeping(test.house).board(by: test.boss, in: test.town)
        #expect(board.activations.count == 2 && board.open != nil && !board.hasReserve)
        #expect(board.activations.allSatisfy { $0.decidedBy == "Mme Dupont, maire" })
    }
}
