import Mail
import Testing

@Suite struct MemoryMailerTests {
    @Test func keepsWhatIsSentAndFailsOnDemand() async throws {
        let mailer = MemoryMailer()
        mailer.fail(with: .temporary(451, "later"), .permanent(550, "no"))
        let message = try MailMessage.sample()
        await #expect(throws: MailError.temporary(451, "later")) { try await mailer.send(message) }
        await #expect(throws: MailError.permanent(550, "no")) { try await mailer.send(message) }
        try await mailer.send(message)
        #expect(mailer.sent == [message])
    }
}
