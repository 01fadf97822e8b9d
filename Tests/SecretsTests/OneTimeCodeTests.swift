import Secrets
import Testing

@Suite struct OneTimeCodeTests {
    let key: MACKey

    init() throws { key = try #require(MACKey(bytes: .random(32))) }

    @Test func alwaysSixDigitsEvenly() {
        var generator = RepeatableGenerator(state: 1)
        var firstDigits: [Character: Int] = [:]
        for _ in 0..<10_000 {
            let text = OneTimeCode(using: &generator).text
            #expect(text.utf8.count == 6)
            firstDigits[text.first ?? "?", default: 0] += 1
        }
        #expect(firstDigits.count == 10)
        #expect(firstDigits.values.allSatisfy { (850...1150).contains($0) })
    }

    @Test func matchesOnlyItsOwnContextAndKey() throws {
        let code = OneTimeCode()
        let stored = code.hash(context: "sign-in|42", key: key)
        #expect(stored.count == 48)
        #expect(code.matches(stored, context: "sign-in|42", key: key))
        #expect(!code.matches(stored, context: "sign-in|43", key: key))
        #expect(!code.matches(stored, context: "sign-in|42", key: try #require(MACKey(bytes: .random(32)))))
        #expect(!code.matches(stored.dropLast(), context: "sign-in|42", key: key))
        #expect(!code.matches([], context: "sign-in|42", key: key))
    }

    @Test func anotherCodeDoesNotMatch() throws {
        let code = try #require(OneTimeCode(typed: "012345"))
        let other = try #require(OneTimeCode(typed: "012346"))
        #expect(!other.matches(code.hash(context: "x", key: key), context: "x", key: key))
    }

    @Test func theSameCodeIsStoredDifferentlyEachTime() {
        let code = OneTimeCode()
        #expect(code.hash(context: "x", key: key) != code.hash(context: "x", key: key))
    }

    @Test func blanksTypedAreIgnored() {
        #expect(OneTimeCode(typed: " 012 345\u{a0}")?.text == "012345")
    }

    @Test(arguments: ["", "12345", "1234567", "12a456", "٠١٢٣٤٥", "-12345"])
    func otherTextIsNoCode(text: String) {
        #expect(OneTimeCode(typed: text) == nil)
    }

    @Test func shortKeysAreRefused() {
        #expect(MACKey(bytes: .random(15)) == nil)
    }
}
