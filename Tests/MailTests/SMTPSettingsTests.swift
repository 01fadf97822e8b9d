import Mail
import Testing

@Suite struct SMTPSettingsTests {
    @Test func defaultsFollowSchemeAndHost() throws {
        let relay = try SMTPSettings(url: "smtp://mail.exemple.fr")
        #expect((relay.host, relay.port, relay.encryption) == ("mail.exemple.fr", 587, .required))
        #expect(relay.connectTimeout == .seconds(10) && relay.timeout == .seconds(30) && relay.credentials == nil)
        let implicit = try SMTPSettings(url: "SMTPS://mail.exemple.fr/")
        #expect((implicit.port, implicit.encryption) == (465, .implicit))
        for host in ["localhost", "127.0.0.1", "127.1.2.3", "[::1]"] {
            let local = try SMTPSettings(url: "smtp://\(host)")
            #expect((local.port, local.encryption) == (25, .none))
        }
        #expect(try SMTPSettings(url: "smtp://[::1]").host == "::1")
        #expect(try SMTPSettings(url: "smtp://127.0.0.1.exemple.fr").encryption == .required)
        #expect(try SMTPSettings(url: "smtp://localhost?tls=required").encryption == .required)
        #expect(try SMTPSettings(url: "smtp://relay:2525?tls=none").encryption == .none)
        #expect(try SMTPSettings(url: "smtp://relay?tls=opportunistic").port == 25)
    }

    @Test func userPasswordAndAuthorityAreDecoded() throws {
        let settings = try SMTPSettings(
            url: "smtp://anne%40exemple.fr:p%3A%2Fs%C3%A9%20s@mail.exemple.fr:2525?ca=/etc/ma%20ca.pem&tls=required")
        #expect(settings.credentials == .init(user: "anne@exemple.fr", password: "p:/sé s"))
        #expect(settings.authorities == "/etc/ma ca.pem")
        #expect(settings.port == 2525)
        #expect(!"\(settings)".contains("p:/"))
    }

    @Test(arguments: [
        ("", "not a mail server's URL, such as smtp://user:password@host:587"),
        ("mail.exemple.fr", "not a mail server's URL, such as smtp://user:password@host:587"),
        ("smtp://", "not a mail server's URL, such as smtp://user:password@host:587"),
        ("http://mail.exemple.fr", "scheme smtp or smtps expected"),
        ("smtp://mail.exemple.fr/inbox", "a mail server's URL has no path"),
        ("smtp://mail.exemple.fr:0", "port 0 is not between 1 and 65535"),
        ("smtp://mail.exemple.fr:70000", "port 70000 is not between 1 and 65535"),
        ("smtp://mail.exemple.fr?tls=maybe", "tls is required, opportunistic or none"),
        ("smtps://mail.exemple.fr?tls=none", "smtps:// is always encrypted, tls= does not apply"),
        ("smtp://mail.exemple.fr?tsl=none", "unknown option tsl, tls or ca expected"),
        ("smtp://mail.exemple.fr?tls=none&tls=required", "option tls expects one value"),
        ("smtp://anne@mail.exemple.fr", "a user without a password"),
        ("smtp://anne:secret@mail.exemple.fr?tls=none", "a password for another host needs tls=required or smtps://"),
    ])
    func mistakesAreToldInOneLine(url: String, message: String) {
        let error = #expect(throws: SMTPSettingsError.self) { try SMTPSettings(url: url) }
        #expect(error?.description == message)
    }
}
