/// Hands messages to the outside. `SMTPMailer` does, `MemoryMailer` keeps them for tests and demos.
public protocol Mailer: Sendable {
    /// Returns once the next server has taken the message in charge.
    func send(_ message: MailMessage) async throws(MailError)
}
