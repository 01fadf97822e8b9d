import Domain
import Foundation
import HTML
import Localization
import TestSupport
import Testing

@testable import Web

@Suite struct WaveWordsTests {
    private func words(_ language: Language, isPartial: Bool) throws -> WaveWords {
        var reasoning = WaveReasoning(
            asked: 6, eligible: 24, known: 0, newcomers: 2, chance: 0.7, measured: 0, excluded: [.hours: 9, .budget: 2])
        reasoning.isPartial = isPartial ? true : nil
        let catalogue = try Catalogue(folder: TestHouse.repository.appending(path: "Locales").path())
        return WaveWords(t: Localizer(language: language, catalogue: catalogue), rung: .helpers, reasoning: reasoning)
    }

    private func page(_ words: WaveWords) -> String { String(decoding: words.markup.rendered(), as: UTF8.self) }

    @Test func whereEverybodyWasLookedAtTheNumbersAreWhole() throws {
        #expect(try words(.fr, isPartial: false).sentences.first == "6 sollicitées sur 24 possibles.")
        #expect(try words(.en, isPartial: false).sentences.first == "6 asked of 24 possible.")
        #expect(try page(words(.fr, isPartial: false)).contains("11 personnes laissées tranquilles"))
    }

    @Test func whereOnlyTheFirstWereLookedAtTheyAreTheLeastThereAre() throws {
        #expect(try words(.fr, isPartial: true).sentences.first == "6 sollicitées, parmi au moins 24 possibles.")
        #expect(try words(.en, isPartial: true).sentences.first == "6 asked, out of at least 24 possible.")
        #expect(try page(words(.fr, isPartial: true)).contains("Au moins 11 personnes laissées tranquilles"))
        #expect(try page(words(.en, isPartial: true)).contains("At least 11 people left in peace"))
    }
}
