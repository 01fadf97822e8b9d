import Domain
import Testing

@Suite struct TextDifferenceTests {
    @Test func whatIsTakenOutStandsBeforeWhatIsPutIn() {
        let parts = TextDifference.parts(from: "Appelez Jeanne au 04 90 00 00 01 le soir", to: "Appelez-moi le soir")
        #expect(parts == [.init(.removed, "Appelez Jeanne au 04 90 00 00 01"), .init(.added, "Appelez-moi"), .init(.kept, "le soir")])
    }

    @Test(arguments: [("", ""), ("Du pain", "Du  pain\n"), ("a b a", "b a b"), ("un deux trois", ""), ("", "un")])
    func bothTextsCanBeReadFromIt(_ old: String, _ new: String) {
        let parts = TextDifference.parts(from: old, to: new)
        func read(_ without: TextDifference.Part.Kind) -> [Substring] {
            parts.filter { $0.kind != without }.map(\.words).joined(separator: " ").split(separator: " ")
        }
        #expect(read(.added) == old.split(whereSeparator: \.isWhitespace))
        #expect(read(.removed) == new.split(whereSeparator: \.isWhitespace))
        #expect(zip(parts, parts.dropFirst()).allSatisfy { $0.kind != $1.kind })
    }

    @Test func sameWordsHaveNoDifference() {
        #expect(TextDifference.parts(from: "Du pain", to: "Du\npain") == [.init(.kept, "Du pain")])
    }
}
