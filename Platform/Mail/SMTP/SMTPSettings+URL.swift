import Foundation

/// Why a mail URL was refused: one line, without the URL, which may hold a password.
public struct SMTPSettingsError: Error, Equatable, CustomStringConvertible {
    public let description: String
}

extension SMTPSettings {
    /// Reads `smtp://user:password@host:port?tls=required|opportunistic|none&ca=/path.pem` or `smtps://…`.
    ///
    /// User and password are percent-encoded. Without `tls`, `smtp://` requires STARTTLS, except on a loopback host, where nothing
    /// is encrypted. Without a port: 465 for `smtps://`, 587 where STARTTLS is required, else 25.
    public init(url: String) throws(SMTPSettingsError) {
        guard let parts = URLComponents(string: url), let scheme = parts.scheme?.lowercased(), let host = parts.host, !host.isEmpty else {
            throw SMTPSettingsError(description: "not a mail server's URL, such as smtp://user:password@host:587")
        }
        guard parts.path.isEmpty || parts.path == "/", parts.fragment == nil else {
            throw SMTPSettingsError(description: "a mail server's URL has no path")
        }
        let options = try Self.options(parts)
        let encryption = try Self.encryption(scheme: scheme, option: options["tls"], isLoopback: Self.isLoopback(host))
        let port = parts.port ?? Self.defaultPort(encryption)
        guard (1...65535).contains(port) else { throw SMTPSettingsError(description: "port \(port) is not between 1 and 65535") }
        self.init(
            host: host.trimmingCharacters(in: ["[", "]"]), port: port, encryption: encryption,
            credentials: try Self.credentials(parts), authorities: options["ca"])
        if credentials != nil, encryption == .none || encryption == .opportunistic, !Self.isLoopback(host) {
            throw SMTPSettingsError(description: "a password for another host needs tls=required or smtps://")
        }
    }

    private static func options(_ parts: URLComponents) throws(SMTPSettingsError) -> [String: String] {
        var options: [String: String] = [:]
        for item in parts.queryItems ?? [] {
            guard ["tls", "ca"].contains(item.name) else {
                throw SMTPSettingsError(description: "unknown option \(item.name), tls or ca expected")
            }
            guard let value = item.value, !value.isEmpty, options[item.name] == nil else {
                throw SMTPSettingsError(description: "option \(item.name) expects one value")
            }
            options[item.name] = value
        }
        return options
    }

    private static func encryption(scheme: String, option: String?, isLoopback: Bool) throws(SMTPSettingsError) -> Encryption {
        switch (scheme, option) {
        case ("smtps", nil), ("smtps", "required"): return .implicit
        case ("smtps", _): throw SMTPSettingsError(description: "smtps:// is always encrypted, tls= does not apply")
        case ("smtp", nil): return isLoopback ? .none : .required
        case ("smtp", "required"): return .required
        case ("smtp", "opportunistic"): return .opportunistic
        case ("smtp", "none"): return .none
        case ("smtp", _): throw SMTPSettingsError(description: "tls is required, opportunistic or none")
        default: throw SMTPSettingsError(description: "scheme smtp or smtps expected")
        }
    }

    private static func credentials(_ parts: URLComponents) throws(SMTPSettingsError) -> Credentials? {
        guard let user = parts.user, !user.isEmpty else { return nil }
        guard let password = parts.password else { throw SMTPSettingsError(description: "a user without a password") }
        return Credentials(user: user, password: password)
    }

    private static func defaultPort(_ encryption: Encryption) -> Int {
        switch encryption {
        case .implicit: 465
        case .required: 587
        case .opportunistic, .none: 25
        }
    }

    private static func isLoopback(_ host: String) -> Bool {
        let name = host.lowercased().trimmingCharacters(in: ["[", "]"])
        let quad = name.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
        return name == "localhost" || name == "::1" || (quad.count == 4 && quad[0] == 127 && !quad.contains(nil))
    }
}
