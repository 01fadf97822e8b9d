import Secrets
import Testing

@Suite struct BytesTests {
    @Test func hexadecimalGoesBothWays() {
        #expect([UInt8]([0, 15, 171, 255]).hex == "000fabff")
        #expect([UInt8](hex: "000fABff") == [0, 15, 171, 255])
        #expect([UInt8](hex: "") == [])
    }

    @Test(arguments: ["0", "0g", "é0", "0x", " 00"])
    func otherCharactersAreNoHexadecimal(text: String) {
        #expect([UInt8](hex: text) == nil)
    }

    @Test func base64URLGoesBothWaysAtEveryLength() {
        for count in 0..<70 {
            let bytes = [UInt8].random(count)
            #expect([UInt8](base64URL: bytes.base64URL) == bytes)
        }
        #expect([UInt8]([0xfb, 0xff, 0xbf]).base64URL == "-_-_")
    }

    /// "QQ" is 65; "QR" has spare bits that are not zero.
    @Test(arguments: ["QQ==", "QR", "Q", "+_-_", "Q Q", "QQ\n", "é"])
    func oneValueHasOneSpelling(text: String) {
        #expect([UInt8](base64URL: text) == nil)
    }

    @Test func comparisonSeesEveryByte() {
        let bytes = [UInt8].random(32)
        #expect(constantTimeEquals(bytes, bytes))
        #expect(constantTimeEquals([], []))
        #expect(!constantTimeEquals(bytes, bytes.dropLast()))
        for index in bytes.indices {
            var other = bytes
            other[index] ^= 1
            #expect(!constantTimeEquals(bytes, other))
        }
    }
}
