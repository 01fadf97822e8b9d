import Domain
import Persistence
import TestSupport
import Testing
import UseCases

@Suite struct OutboundMailTests {
    @Test(arguments: Engine.all) func aLetterComesBackAsItWasWritten(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let letter = Letter(
            kind: "test", subject: "Une « demande »", paragraphs: ["Bonjour,", "Deux\nlignes\u{A0}: é"],
            actions: [.init(label: "Oui", url: "https://a.test/?b=c&d"), .init(label: "Non", url: "https://a.test/")], afterwards: [])
        #expect(try await kept(letter, in: test) == letter)
    }

    /// The marks between the parts cannot be typed into one.
    @Test func whatSomebodyTypesMovesNothing() async throws {
        let test = try await TestHouse()
        let typed = Letter(kind: "test", subject: "a\u{1D}b\u{1E}c", paragraphs: ["d\u{1E}e"])
        #expect(try await kept(typed, in: test) == Letter(kind: "test", subject: "abc", paragraphs: ["de"]))
    }

    private func kept(_ letter: Letter, in test: TestHouse) async throws -> Letter? {
        let mail = OutboundMail(
            id: test.house.world.id(), recipient: try #require(test.cast.karim.email), letter: letter, language: "fr",
            createdAt: test.clock.now)
        try await test.house.write(test.town.town) { try OutboundMails($0).insert(mail) }
        return try await test.house.read(test.town.town) { try OutboundMails($0).find(mail.id) }?.letter
    }
}
