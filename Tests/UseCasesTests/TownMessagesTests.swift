import Domain
import Mail
import TestSupport
import Testing
import UseCases

@Suite struct TownMessagesTests {
    @Test(arguments: Engine.all) func aQuestionReachesAdministratorsAndAReportModerators(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let messages = TownMessages(test.house)
        try await messages.send(.contact, ["words": "Bonjour\nQuand ?", "email": "visiteur@exemple.test"], in: test.town)
        await test.work()
        let asked = test.mailer.sent
        #expect(Set(asked.map(\.to.address)) == ["admin@clairval.test", "ariane@clairval.test"])
        #expect(asked.allSatisfy { $0.text.contains("visiteur@exemple.test") && $0.text.contains("Quand ?") })
        try await messages.send(.report, ["words": "On me demande ma carte", "subject": "money"], in: test.town)
        await test.work()
        let reported = test.mailer.sent.dropFirst(asked.count)
        #expect(reported.map(\.to.address) == ["mona@clairval.test"])
    }

    @Test func withoutAModeratorAdministratorsReadReports() async throws {
        let test = try await TestHouse()
        try await TownMessages(test.house).send(.report, ["words": "Voilà", "subject": "other"], in: test.elsewhere)
        await test.work()
        #expect(test.mailer.sent.map(\.to.address) == ["admin@ailleurs.test"])
    }

    @Test func whatIsMissingIsSaid() async throws {
        let test = try await TestHouse()
        let refusal = await #expect(throws: Refusal.self) { try await TownMessages(test.house).send(.contact, [:], in: test.town) }
        #expect(refusal?.fields.map(\.name) == ["words", "email"])
    }
}
