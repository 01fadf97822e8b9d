/// Which server takes the mail, and how it is reached.
public struct SMTPSettings: Sendable, Equatable {
    public enum Encryption: String, Sendable {
        case none
        /// STARTTLS if the server offers it; its certificate is then checked all the same.
        case opportunistic
        /// STARTTLS or nothing is sent.
        case required
        /// TLS from the first byte (`smtps://`).
        case implicit
    }

    public struct Credentials: Sendable, Equatable {
        public var user: String
        public var password: String

        public init(user: String, password: String) {
            self.user = user
            self.password = password
        }
    }

    public var host: String
    public var port: Int
    public var encryption: Encryption
    public var credentials: Credentials?
    /// PEM file of the authorities to trust instead of the system's.
    public var authorities: String?
    public var connectTimeout: Duration = .seconds(10)
    /// For a whole message, connection included.
    public var timeout: Duration = .seconds(30)

    public init(host: String, port: Int, encryption: Encryption, credentials: Credentials? = nil, authorities: String? = nil) {
        self.host = host
        self.port = port
        self.encryption = encryption
        self.credentials = credentials
        self.authorities = authorities
    }
}

extension SMTPSettings: CustomStringConvertible, CustomDebugStringConvertible {
    /// Without the password.
    public var description: String {
        "\(host):\(port), encryption \(encryption.rawValue), \(credentials == nil ? "no sign-in" : "sign-in")"
    }
    public var debugDescription: String { description }
}
