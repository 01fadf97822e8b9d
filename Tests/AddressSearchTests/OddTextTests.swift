import AddressSearch
import Testing

/// Any text is answered, quickly.
@Suite struct OddTextTests {
    @Test(arguments: [
        "", " ", "\u{0}", "🏠🏠🏠", "‏شارع فيكتور هوغو", "维克多·雨果街", "'\"; DROP TABLE", "---", "\u{FEFF}", "\u{1F468}\u{200D}\u{1F469}",
    ])
    func findsNothingInWhatIsNoAddress(text: String) {
        #expect(labels(text).allSatisfy { !$0.isEmpty })
        #expect(labels(text).isEmpty || text.contains("TABLE"))
    }

    @Test func readsRoundWhatItCannotRead() {
        #expect(labels("🏠 12 bis rue Victor\u{0}Hugo ‏").first == "12 bis Rue Victor Hugo 13990 Saint-Aubin-d’Œuvre")
    }

    @Test(arguments: [
        String(repeating: "a", count: 10_000), String(repeating: "rue ", count: 2_500), String(repeating: "9", count: 10_000),
        String(repeating: "e\u{301}", count: 5_000), String(repeating: "12 bis ", count: 1_500),
        String(repeating: "saintjean", count: 1_000),
    ])
    func aLongTextCostsNoMoreThanAShortOne(text: String) {
        let taken = ContinuousClock().measure { #expect(Samples.base.suggestions(for: text).count <= 10) }
        #expect(taken < .seconds(1))
    }

    @Test func chanceFindsNoTextThatStopsIt() {
        var chance = SeededGenerator(seed: 11)
        let pieces = [
            "rue", "12", "bis", "é", " ", "-", "\u{0}", "st", "8e", "1er", "cedex", "n°", "d'", "000000000", "a", "😀", "mille", "cent",
        ]
        for _ in 0..<500 {
            let text = (0..<Int.random(in: 1...30, using: &chance)).map { _ in pieces.randomElement(using: &chance) ?? "" }.joined()
            #expect(Samples.base.suggestions(for: text).count <= 10)
        }
    }
}
