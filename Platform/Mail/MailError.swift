/// Why a message was not taken. Its text is fit for a log: server codes and a stage, never an address nor the server's own words,
/// which often repeat it.
public struct MailError: Error, Equatable, CustomStringConvertible {
    public enum Kind: Sendable {
        /// Worth another try later: 4xx, network, or a setting to correct.
        case temporary
        /// This message will not be taken, whatever the time: 5xx.
        case permanent
    }

    public let kind: Kind
    /// The server's reply code, 0 if there was none.
    public let code: Int
    public let text: String
    /// True if no message will pass until somebody corrects the settings or the server: sign-in, certificate, encryption.
    public let needsOperator: Bool

    public static func temporary(_ code: Int, _ text: String, needsOperator: Bool = false) -> MailError {
        MailError(kind: .temporary, code: code, text: text, needsOperator: needsOperator)
    }

    public static func permanent(_ code: Int, _ text: String) -> MailError {
        MailError(kind: .permanent, code: code, text: text, needsOperator: false)
    }

    public var description: String { "\(kind): \(text)" }
}
