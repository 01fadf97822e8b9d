import Fetch
import Testing

@Suite struct FetchAddressTests {
    @Test(arguments: [
        "https://data.geopf.fr/geocodage", "https://example.org:8443", "http://127.0.0.1:2000/a", "http://localhost", "http://[::1]:2000",
    ])
    func encryptedOrToThisMachine(_ text: String) { #expect(FetchAddress(text)?.text == text) }

    @Test(arguments: [
        "http://example.org", "http://127.0.0.1.example.org", "ftp://127.0.0.1", "file:///etc/passwd", "https://", "https://a b", "",
        "https://user:word@example.org", "https://example.org/#part", "https://exämple.org", "https://example.org/\r\nX: y",
    ])
    func nothingElse(_ text: String) { #expect(FetchAddress(text) == nil) }

    @Test func aValueCannotBecomeAnotherParameter() {
        let query = [("q", "a&b=c #d?é+\r\n"), ("limit", "1")]
        let address = FetchAddress("https://example.org/geo")?.appending(path: "/search", query: query)
        #expect(address?.text == "https://example.org/geo/search?q=a%26b%3Dc%20%23d%3F%C3%A9%2B%0D%0A&limit=1")
    }
}
