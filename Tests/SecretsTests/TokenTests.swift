import Secrets
import Testing

@Suite struct TokenTests {
    @Test func textReadsBackAsTheSameToken() throws {
        let token = Token()
        #expect(token.text.utf8.count == 43)
        let read = try #require(Token(text: token.text))
        #expect(read == token)
        #expect(read.hash == token.hash)
    }

    @Test func aGeneratorGivenMakesItRepeatable() {
        var one = RepeatableGenerator(state: 7)
        var other = RepeatableGenerator(state: 7)
        #expect(Token(using: &one) == Token(using: &other))
        #expect(Token(using: &one) != Token())
    }

    @Test func hashIsSHA256OfTheBytes() throws {
        let zeros = try #require(Token(text: String(repeating: "A", count: 43)))
        #expect(zeros.hash.hex == "66687aadf862bd776c8fc18b8e9f8e20089714856ee233b3902a591d0d5f2925")
    }

    @Test(arguments: [
        "", "A", String(repeating: "A", count: 42), String(repeating: "A", count: 44), String(repeating: "A", count: 42) + "B",
        String(repeating: "A", count: 42) + "=", String(repeating: "A", count: 42) + "\n", " " + String(repeating: "A", count: 42),
    ])
    func otherTextIsNoToken(text: String) {
        #expect(Token(text: text) == nil)
    }

    @Test func aTokenInALogLineShowsNothing() {
        let token = Token()
        #expect("\(token)" == "Token(hidden)")
        #expect(String(reflecting: token) == "Token(hidden)")
    }
}
