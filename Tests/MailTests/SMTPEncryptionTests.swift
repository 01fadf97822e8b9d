import Mail
import Testing

@Suite(.timeLimit(.minutes(10))) struct SMTPEncryptionTests {
    private func failure(_ mailer: SMTPMailer) async -> MailError? {
        await #expect(throws: MailError.self) { try await mailer.send(.sample()) }
    }

    @Test func nothingIsSentWithoutTheSTARTTLSRequired() async throws {
        try await MailSink.run { sink in
            let error = await failure(try sink.mailer(options: "?tls=required"))
            #expect(error?.kind == .temporary && error?.needsOperator == true)
            #expect(try sink.messages.isEmpty)
            try await sink.mailer(options: "?tls=opportunistic").send(.sample())
            #expect(try sink.facts.map(\.tls) == [false])
        }
    }

    @Test func signsInOverSTARTTLSWithAnAuthorityOfOnesOwn() async throws {
        try await TestCertificate.run { tls in
            try await MailSink.run(tls.options + ["--auth", "ville", "m@t dé passe"]) { sink in
                let authority = "?tls=required&ca=\(tls.certificate)"
                let mailer = try sink.mailer("ville:m%40t%20d%C3%A9%20passe@", options: authority)
                try await mailer.send(.sample())
                try await mailer.send(.sample())
                #expect(try sink.facts.map(\.tls) == [true, true])
                #expect(try sink.facts.map(\.user) == ["ville", "ville"])

                let wrong = await failure(try sink.mailer("ville:faux@", options: authority))
                #expect(wrong == .temporary(535, "sign-in refused (535)", needsOperator: true))
                let nobody = await failure(try sink.mailer(options: authority))
                #expect(nobody == .temporary(530, "sign-in refused (530)", needsOperator: true))
                #expect(try sink.messages.count == 2)
            }
        }
    }

    @Test(arguments: ["smtp", "smtps"])
    func anUnknownAuthorityIsRefused(scheme: String) async throws {
        try await TestCertificate.run { tls in
            try await MailSink.run(tls.options + (scheme == "smtps" ? ["--implicit-tls"] : [])) { sink in
                let error = await failure(try sink.mailer(options: "?tls=required", scheme: scheme))
                #expect(error?.kind == .temporary && error?.needsOperator == true)
                #expect(try sink.messages.isEmpty)
            }
        }
    }

    @Test func encryptsFromTheFirstByte() async throws {
        try await TestCertificate.run { tls in
            try await MailSink.run(tls.options + ["--implicit-tls", "--auth", "ville", "secret"]) { sink in
                try await sink.mailer("ville:secret@", options: "?ca=\(tls.certificate)", scheme: "smtps").send(.sample())
                #expect(try sink.facts.map(\.tls) == [true])
                #expect(try sink.facts.map(\.user) == ["ville"])
            }
        }
    }
}
