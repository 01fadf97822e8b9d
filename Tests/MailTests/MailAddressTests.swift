import Mail
import Testing

@Suite struct MailAddressTests {
    static let longest =
        String(repeating: "a", count: 64) + "@" + Array(repeating: String(repeating: "b", count: 62), count: 3).joined(separator: ".")

    @Test(arguments: [
        "anne@exemple.fr", "jean-luc.o'neil+entraide@mairie.grenoble.fr", "a@b.co", "UPPER.Case_1@Exemple.FR", "x@xn--mnchen-3ya.de",
        "no-reply@1and1.com", "!#$%&*/=?^`{|}~@exemple.fr", longest,
    ])
    func realAddressesAreTaken(text: String) throws {
        let address = try #require(MailAddress(parsing: text))
        #expect(address.address == text)
        #expect(address.domain == text.split(separator: "@")[1])
    }

    @Test(arguments: [
        "", "anne", "@exemple.fr", "anne@", "a@b@c.fr", "anne@localhost", ".anne@exemple.fr", "anne.@exemple.fr", "an..ne@exemple.fr",
        "anne@exemple..fr", "anne@-exemple.fr", "anne@exemple-.fr", "anne@127.0.0.1", "anne@[127.0.0.1]", "anne@exem_ple.fr",
        " anne@exemple.fr", "anne@exemple.fr ", "an ne@exemple.fr", "\"anne\"@exemple.fr", "<anne@exemple.fr>", "anne@exemple.fr,b@c.fr",
        "anne@exemple.fr\r\nBcc: b@c.fr", "an\u{0}ne@exemple.fr", "anne@exemple.fr\n", "zoé@exemple.fr", "anne@münchen.de",
        String(repeating: "a", count: 65) + "@exemple.fr", "a@" + String(repeating: "b", count: 64) + ".fr", longest + ".bb",
    ])
    func everythingElseIsRefused(text: String) {
        #expect(MailAddress(parsing: text) == nil)
    }

    @Test func namesAreOneLine() {
        #expect(MailAddress(parsing: "a@b.fr", name: " Zoé\r\nBcc: x@y.fr\u{2028}\u{0}\t! ")?.name == "Zoé Bcc: x@y.fr !")
        #expect(MailAddress(parsing: "a@b.fr", name: "\r\n ")?.name == nil)
    }

    @Test func messageIDsAreAddressLike() {
        #expect(MessageID("0198-a", domain: "entraide.fr")?.text == "0198-a@entraide.fr")
        #expect(MessageID("a>\r\nBcc: b", domain: "entraide.fr") == nil)
        #expect(MessageID("a", domain: "entraide") == nil)
    }
}
