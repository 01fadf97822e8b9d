import Domain
import Foundation
import Testing

@Suite struct BasicsTests {
    private static func randomness() -> () -> UInt64 {
        var state: UInt64 = 7
        return {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state
        }
    }

    @Test func idsSortByAgeAndRoundTrip() throws {
        let random = Self.randomness()
        let ids = (0..<50).map { ID<Person>(at: Moment(milliseconds: 1_795_251_600_000 + $0), random: random) }
        #expect(ids == ids.sorted())
        for id in ids {
            #expect(ID(text: id.text) == id)
            #expect(ID(bytes: id.bytes) == id)
        }
        let text = ids[0].text
        #expect(Array(text.utf8)[14] == UInt8(ascii: "7"))
        #expect("89ab".contains(text[text.index(text.startIndex, offsetBy: 19)]))
    }

    @Test(arguments: ["", "x", "0193-…", "019AA3B2-7C00-7000-8000-000000000000", String(repeating: "0", count: 36)])
    func whatIsNoIDIsNone(_ text: String) { #expect(ID<Person>(text: text) == nil) }

    @Test func referencesAvoidWhatIsConfused() throws {
        let random = Self.randomness()
        for _ in 0..<500 {
            let reference = Reference(random: random)
            #expect(!reference.text.contains { "01IOBDFSNJ".contains($0) })
            #expect(Reference(reference.text.lowercased().replacing("-", with: " ")) == reference)
        }
        #expect(Reference("B00-D1J") == nil)
    }

    @Test(
        arguments: [
            ("06 12 34 56 78", "+33612345678"), ("0612345678", "+33612345678"), ("+33 (0)6 12 34 56 78", "+33612345678"),
            ("0033612345678", "+33612345678"), ("06.12.34.56.78", "+33612345678"), ("+41 22 123 45 67", "+41221234567"),
        ])
    func phoneNumbersAreRead(_ typed: String, _ expected: String) { #expect(PhoneNumber(typed)?.text == expected) }

    @Test(arguments: ["", "12", "abc", "06 12 34 56", "+33", "061234567890123456", "06 12 34 56 7x"])
    func otherThingsAreNoPhoneNumbers(_ typed: String) { #expect(PhoneNumber(typed) == nil) }

    @Test(arguments: ["a@b.fr", "jean.dupont+x@mairie.exemple.fr", "o'neil@exemple.org", "A_B@EXEMPLE.FR"])
    func addressesAreAccepted(_ typed: String) { #expect(EmailAddress(typed) != nil) }

    @Test(
        arguments: [
            "", "a", "a@", "@b.fr", "a@b", "a b@c.fr", "a@b..fr", ".a@b.fr", "a@b.fr\r\nBcc: x@y.fr", "a@-b.fr", "\"a\"@b.fr", "a@b.f",
            "é@b.fr",
        ])
    func otherThingsAreNoAddresses(_ typed: String) { #expect(EmailAddress(typed) == nil) }

    @Test func invisibleCharactersGo() {
        #expect(PlainText.line("  Jean\u{202E}ne \t\n Du\u{0}pont ") == "Jeanne Dupont")
        #expect(PlainText.paragraphs("a\r\n\r\n\r\n b \n\n") == "a\n\nb")
    }

    @Test(arguments: [
        ("2026-02-28", true), ("28/02/2026", true), ("29/02/2028", true), ("29/02/2026", false), ("31/04/2026", false), ("x", false),
    ])
    func daysThatExist(_ typed: String, _ exists: Bool) { #expect((CivilDay(typed) != nil) == exists) }

    @Test func midnightFollowsSummerTime() {
        #expect(CivilDay("2026-03-29")?.midnight(in: .paris).milliseconds == 1_774_738_800_000)
        #expect(CivilDay("2026-03-30")?.midnight(in: .paris).milliseconds == 1_774_821_600_000)
    }

    @Test func contrastIsThatOfWCAG() throws {
        #expect(try #require(Colour("#000000")).contrast(with: .white) == 21)
        #expect(abs(try #require(Colour("#767676")).contrast(with: .white) - 4.54) < 0.01)
        #expect(Colour("red") == nil)
        #expect(Colour("#12345") == nil)
    }
}
