import Synchronization

/// Keeps what is sent. For tests, and for a demo's `/dev/mail`.
public final class MemoryMailer: Mailer {
    private struct State {
        var sent: [MailMessage] = []
        var failures: [MailError] = []
    }

    private let state = Mutex(State())

    public init() {}

    /// Oldest first.
    public var sent: [MailMessage] { state.withLock { $0.sent } }

    /// The next sendings fail, one with each error, in order.
    public func fail(with errors: MailError...) {
        state.withLock { $0.failures += errors }
    }

    public func send(_ message: MailMessage) async throws(MailError) {
        let failure = state.withLock { state in
            let failure = state.failures.isEmpty ? nil : state.failures.removeFirst()
            if failure == nil { state.sent.append(message) }
            return failure
        }
        if let failure { throw failure }
    }
}
