import Domain
import Testing

@Suite struct TypedCodeTests {
    @Test(arguments: [
        "123456", " 123 456 ", "123\u{A0}456", "123-456", "1 2 3 4 5 6", "Votre code : 123 456. Il marche 15 minutes.",
        "Or type this code where you asked for it: 123\u{A0}456", "code 123456 valable 15 minutes",
        "\u{661}\u{662}\u{663}\u{664}\u{665}\u{666}",
    ])
    func findsTheCodeInWhatIsPasted(_ typed: String) { #expect(TypedCode.digits(in: typed) == "123456") }

    @Test(arguments: ["", "12345", "1234567", "abc", "123 4567", "12 34 56 78", String(repeating: "9", count: 100_000)])
    func findsNoneWhereThereIsNone(_ typed: String) { #expect(TypedCode.digits(in: typed) == nil) }
}
