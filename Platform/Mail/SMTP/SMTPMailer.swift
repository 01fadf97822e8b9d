import Dispatch

/// Sends by SMTP, one message at a time over one kept connection. libcurl blocks, so it has a queue of its own.
/// Sent again after a lost answer, a message may arrive twice, under one Message-ID; it never goes missing.
public final class SMTPMailer: Mailer {
    private let connection: SMTPConnection
    private let queue = DispatchQueue(label: "entraide.smtp")

    /// Nothing is connected before the first message.
    public init(_ settings: SMTPSettings) throws(MailError) {
        connection = try SMTPConnection(settings)
    }

    public func send(_ message: MailMessage) async throws(MailError) {
        let result: Result<Void, MailError> = await withCheckedContinuation { continuation in
            queue.async { [connection] in
                continuation.resume(returning: Result { () throws(MailError) in try connection.send(message) })
            }
        }
        try result.get()
    }
}
