import Domain
import Mail
import Persistence
import TestSupport
import Testing
@testable import UseCases

@Suite struct ReportingTests {
    private func actor(_ person: Person) -> Actor { Actor(person: person.id) }

    @Test(arguments: Engine.all) func aVisitorReportsATextAndIsToldThatItWasRead(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        try await test.makeHelper(test.cast.karim)
        let door = ReportDoor.offer(try await test.offer(of: test.cast.karim), .visitor)
        let (subject, next) = try await Reporting(test.house).subject(through: door, in: test.town)
        #expect(subject.kind == .offer && subject.text == "Courses, 20 € de l’heure" && subject.name == nil)
        for _ in 1...2 { try await test.report(door, .paid, email: "temoin@ailleurs.test", id: next) }
        // Another form of the same person about the same thing.
        try await test.report(door, .paid, email: "Temoin@ailleurs.test")
        let reports = try await test.openReports()
        let report = try #require(reports.first)
        #expect(reports.count == 1 && report.accused == test.cast.karim.id && report.reporter == nil && report.words == "mot du témoin")
        let moderation = ReportModeration(test.house)
        let desk = try await moderation.desk(skipping: [], by: test.mona, in: test.town)
        #expect(desk.count == 1 && desk.opened?.report.text == "Courses, 20 € de l’heure" && desk.opened?.stop == nil)
        for _ in 1...2 { try await moderation.decide(["decision": "dismiss"], on: report.id, by: test.mona, in: test.town) }
        #expect(try await test.openReports().isEmpty)
        #expect(try await test.journal(.decided) == ["report_dismissed"])
        await test.work()
        #expect(test.mails(to: "temoin@ailleurs.test").count == 1)
        #expect(test.mails(to: "karim@clairval.test").isEmpty, "who is not blamed hears nothing")
    }

    @Test(arguments: Engine.all) func aTextIsWithdrawnByTheSameDecisionAsAnyText(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        try await test.makeHelper(test.cast.karim)
        let offer = try await test.offer(of: test.cast.karim)
        try await test.report(.offer(offer, actor(test.cast.lucie)), .paid)
        let report = try #require(try await test.openReports().first)
        try await ReportModeration(test.house).decide(
            ["decision": "withdraw", "textReason": "paid", "words": "L’aide est gratuite"], on: report.id, by: test.mona, in: test.town)
        let (latest, kept) = try await test.house.read(test.town.town) {
            (try TextDecisions($0).latest(offer.bytes), try Offers($0).find(offer))
        }
        #expect(latest?.verdict == .refused && latest?.reason == .paid && latest?.decidedBy == test.cast.moderator.id)
        #expect(kept?.publicText == nil && kept?.review == .refused && kept?.status == .active)
        #expect(try await PublicOffers(test.house).find(offer, in: test.town)?.text == nil)
        await test.work()
        let told = test.mails(to: "karim@clairval.test")
        #expect(told.count == 1 && told[0].contains("L’aide est gratuite") && told[0].contains("/recours"))
        #expect(!told[0].contains("mot du témoin") && !told[0].contains("Lucie"))
        #expect(test.mails(to: "lucie@clairval.test").count == 1)
    }

    @Test func whatOneCannotSeeCannotBeReported() async throws {
        let test = try await TestHouse()
        try await test.makeHelper(test.cast.karim)
        let request = try await test.openRequest()
        let match = try await test.sayYes(test.cast.karim, to: request)
        let unknown: ID<Offer> = test.house.world.id()
        let offer = try await test.offer(of: test.cast.karim)
        let doors: [ReportDoor] = [
            // No longer public.
            .request(request, .visitor), .offer(unknown, .visitor),
            // Their own.
            .offer(offer, actor(test.cast.karim)),
            // Not at that conversation.
            .conversation(.match(match.id, actor(test.cast.lucie)), nil),
            .conversation(.match(match.id, actor(test.cast.karim)), test.house.world.id()),
        ]
        for door in doors { await #expect(throws: Refusal.notFound) { try await test.report(door) } }
        await #expect(throws: Refusal.notFound) {
            try await Reporting(test.house).report(
                ReportForm(reason: .theft), id: nil, through: .offer(offer, .visitor), language: "fr", in: test.elsewhere)
        }
        #expect(try await test.openReports().isEmpty)
    }

    @Test(arguments: Engine.all) func aMessageOfTheOtherIsReportedAndNotOnesOwn(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        try await test.makeHelper(test.cast.karim)
        let created = try await test.ask()
        let match = try await test.sayYes(test.cast.karim, to: created.request.id)
        let (house, now, karim) = (test.house, test.clock.now, test.cast.karim.id)
        let message = Message(
            id: house.world.id(), match: match.id, author: .helper, authorID: karim, body: "Payez-moi", sentAt: now)
        try await house.write(test.town.town) { _ = try Messages($0).insert(message) }
        await #expect(throws: Refusal.notFound) {
            try await test.report(.conversation(.match(match.id, Actor(person: karim)), message.id), .insult)
        }
        let door = ReportDoor.conversation(.tracking(.link(created.tracking)), message.id)
        #expect(try await Reporting(house).subject(through: door, in: test.town).0.name == "Karim R.")
        try await test.report(door, .paid)
        let report = try #require(try await test.openReports().first)
        #expect(report.kind == .message && report.text == "Payez-moi" && report.accused == karim)
        let refusal = await #expect(throws: Refusal.self) {
            try await ReportModeration(house).decide(
                ["decision": "withdraw", "textReason": "paid"], on: report.id, by: test.mona, in: test.town)
        }
        #expect(refusal?.fields.map(\.name) == ["decision"])
    }

    @Test func severeOnesComeFirstThenTheOldestAndOneMailIsEnough() async throws {
        let test = try await TestHouse()
        try await test.makeHelper(test.cast.karim)
        let door = ReportDoor.offer(try await test.offer(of: test.cast.karim), .visitor)
        for reason in [Report.Reason.spam, .insult, .theft, .violence] {
            test.clock.move(.minutes(1))
            try await test.report(door, reason)
        }
        #expect(try await test.openReports().map(\.reason) == [.theft, .violence, .spam, .insult])
        #expect(try await test.stops(of: test.cast.karim).isEmpty, "a visitor freezes nobody")
        await test.work()
        #expect(test.mails(to: "mona@clairval.test").filter { $0.contains("/moderation/signalements") }.count == 1)
        let first = try #require(try await test.openReports().first)
        let rest = try await ReportModeration(test.house).desk(skipping: [first.id], by: test.mona, in: test.town)
        #expect(rest.opened?.report.reason == .violence && rest.opened?.otherReports == 3)
    }

    @Test func whoIsPartOfItDecidesNothing() async throws {
        let test = try await TestHouse()
        try await test.makeHelper(test.cast.karim)
        try await test.grant(Role(.moderator), to: test.cast.karim)
        let offer = try await test.offer(of: test.cast.karim)
        try await test.report(.offer(offer, actor(test.cast.moderator)), .paid)
        let report = try #require(try await test.openReports().first)
        let karim = Actor(person: test.cast.karim.id, roles: [Role(.moderator)])
        for part in [karim, test.mona, actor(test.cast.lucie), .visitor] {
            await #expect(throws: Refusal.notFound) {
                try await ReportModeration(test.house).decide(["decision": "dismiss"], on: report.id, by: part, in: test.town)
            }
        }
        #expect(try await ReportModeration(test.house).desk(skipping: [], by: karim, in: test.town).count == 0)
        try await ReportModeration(test.house).decide(["decision": "dismiss"], on: report.id, by: test.administrator, in: test.town)
        #expect(try await test.openReports().isEmpty)
    }
}
