import Localization
import Testing

@Suite struct NumberTests {
    @Test func numbersAreGroupedByThousands() throws {
        let (fr, en) = (try Speech.french(), try Speech.english())
        #expect([0, 7, 999, 1000, -1234, 1_234_567].map(en.number) == ["0", "7", "999", "1,000", "-1,234", "1,234,567"])
        #expect(fr.number(12_345) == "12\u{202F}345")
        #expect(en.number(.min) == "-9,223,372,036,854,775,808")
    }

    static let distances: [(Double, String, String)] = [
        (0.0, "0 m", "0 m"), (7.4, "7 m", "7 m"), (347.0, "350 m", "350 m"), (994.0, "990 m", "990 m"), (996.0, "1 km", "1 km"),
        (1240.0, "1,2 km", "1.2 km"), (1960, "2 km", "2 km"), (9949, "9,9 km", "9.9 km"), (9960, "10 km", "10 km"),
        (12_400, "12 km", "12 km"),
        (-5.0, "0 m", "0 m"), (.infinity, "0 m", "0 m"), (.nan, "0 m", "0 m"),
    ]

    @Test(arguments: distances)
    func distancesAreRounded(_ metres: Double, _ french: String, _ english: String) throws {
        #expect(plain(try Speech.french().distance(metres)) == french)
        #expect(plain(try Speech.english().distance(metres)) == english)
    }

    @Test func unitsDoNotLeaveTheirNumber() throws {
        #expect(try Speech.french().distance(350) == "350\u{A0}m")
        #expect(try Speech.french().time(try paris("2026-11-21 14:30")) == "14\u{A0}h\u{A0}30")
    }

    @Test func listsEndWithAnd() throws {
        let (fr, en) = (try Speech.french(), try Speech.english())
        #expect(fr.list([]) == "" && fr.list(["a"]) == "a" && fr.list(["a", "b"]) == "a et b")
        #expect(fr.list(["a", "b", "c"]) == "a, b et c")
        #expect(en.list(["a", "b", "c"]) == "a, b and c")
    }
}
