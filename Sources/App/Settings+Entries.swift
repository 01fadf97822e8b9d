import Fetch
import Foundation

extension Settings {
    /// Every setting there is; `docs/operating/settings.md` explains each, and a test holds the two together.
    static let entries: [Entry] = database + network + geocoding + secrets + running

    private static let database: [Entry] = [
        Entry(
            name: "ENTRAIDE_DATABASE_URL", meaning: "sqlite:PATH or postgres://user@host:port/name",
            show: { hidingPassword($0.databaseURL) },
            read: { settings, text in
                settings.databaseURL = text
                settings.database = try databaseURL(text)
            }),
        Entry(
            name: "ENTRAIDE_DATABASE_DIRECT_URL", meaning: "PostgreSQL without a pooler in between, for migrations",
            show: { $0.databaseDirectURL.map(hidingPassword) }, read: { $0.databaseDirectURL = $1 }),
        Entry(
            name: "ENTRAIDE_DATABASE_REPLICA_URL", meaning: "a read replica, for public lists and figures",
            show: { $0.databaseReplicaURL.map(hidingPassword) }, read: { $0.databaseReplicaURL = $1 }),
    ]

    private static let network: [Entry] = [
        Entry(
            name: "ENTRAIDE_LISTEN", meaning: "host:port to listen on", show: { "\($0.listen.host):\($0.listen.port)" },
            read: { settings, text in settings.listen = try hostAndPort(text) }),
        Entry(
            name: "ENTRAIDE_PUBLIC_URL", meaning: "the address that people type, without a path", show: { $0.publicURL },
            read: { settings, text in settings.publicURL = try publicURL(text) }),
        Entry(
            name: "ENTRAIDE_SMTP_URL", meaning: "smtp://user:password@host:port or smtps://…", show: { $0.smtpURL.map(hidingPassword) },
            read: { $0.smtpURL = $1 }),
        Entry(
            name: "ENTRAIDE_TRUSTED_PROXIES", meaning: "addresses of reverse proxies, separated by commas",
            show: { $0.trustedProxies.joined(separator: ",") },
            read: { $0.trustedProxies = $1.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) } }),
    ]

    private static let geocoding: [Entry] = [
        Entry(
            name: "ENTRAIDE_GEOCODER", meaning: "who says where an address is, where no base is loaded: off or geoplateforme",
            show: { $0.geocoder.rawValue },
            read: { settings, text in
                let name = try oneOf(Settings.Geocoder.allCases.map(\.rawValue), "ENTRAIDE_GEOCODER", text)
                settings.geocoder = Settings.Geocoder(rawValue: name) ?? .off
            }),
        Entry(
            name: "ENTRAIDE_GEOCODER_URL", meaning: "its address, without /search", show: { $0.geocoderURL },
            read: { settings, text in settings.geocoderURL = try geocoderURL(text) }),
    ]

    private static let secrets: [Entry] = [
        Entry(
            name: "ENTRAIDE_SECRET_KEY", meaning: "64 hexadecimal digits that wrap the towns' keys", isSecret: true, show: { $0.secretKey },
            read: { $0.secretKey = $1 }),
        Entry(
            name: "ENTRAIDE_SECRET_KEY_FILE", meaning: "a file that holds them instead", show: { $0.secretKeyFile },
            read: { $0.secretKeyFile = $1 }),
        Entry(
            name: "ENTRAIDE_SECRET_KEY_PREVIOUS", meaning: "the key before, while rotating", isSecret: true,
            show: { $0.secretKeyPrevious }, read: { $0.secretKeyPrevious = $1 }),
        Entry(
            name: "ENTRAIDE_KEYS_DIR", meaning: "folder of the towns' wrapped keys; never in the database's backup",
            show: { $0.keysDirectory }, read: { $0.keysDirectory = $1 }),
        Entry(
            name: "ENTRAIDE_METRICS_TOKEN", meaning: "bearer token of /metrics", isSecret: true, show: { $0.metricsToken },
            read: { $0.metricsToken = $1 }),
    ]

    private static let running: [Entry] = [
        Entry(
            name: "ENTRAIDE_RATE_LIMITS", meaning: "on, or off for load runs", show: { $0.rateLimits ? "on" : "off" },
            read: { settings, text in settings.rateLimits = try oneOf(["on", "off"], "ENTRAIDE_RATE_LIMITS", text) == "on" }),
        Entry(
            name: "ENTRAIDE_LOG_LEVEL", meaning: "trace, debug, info, notice, warning, error or critical", show: { $0.logLevel },
            read: { settings, text in
                settings.logLevel = try oneOf(
                    ["trace", "debug", "info", "notice", "warning", "error", "critical"], "ENTRAIDE_LOG_LEVEL", text)
            }),
        Entry(
            name: "ENTRAIDE_LOG_FORMAT", meaning: "json or text", show: { $0.logFormat },
            read: { settings, text in settings.logFormat = try oneOf(["json", "text"], "ENTRAIDE_LOG_FORMAT", text) }),
    ]
}

extension Settings {
    private static func databaseURL(_ text: String) throws -> Database {
        if text.hasPrefix("sqlite:"), text.count > "sqlite:".count { return .sqlite(path: String(text.dropFirst("sqlite:".count))) }
        if text.hasPrefix("postgres://") || text.hasPrefix("postgresql://"), URL(string: text)?.host() != nil {
            return .postgres(url: text)
        }
        throw Problem(description: "ENTRAIDE_DATABASE_URL: write sqlite:PATH or postgres://user@host:port/name")
    }

    private static func hostAndPort(_ text: String) throws -> (host: String, port: Int) {
        guard let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...]), (0...65_535).contains(port),
            colon != text.startIndex
        else { throw Problem(description: "ENTRAIDE_LISTEN: write host:port, such as 127.0.0.1:8080") }
        return (String(text[..<colon]).trimmingCharacters(in: CharacterSet(charactersIn: "[]")), port)
    }

    private static func publicURL(_ text: String) throws -> String {
        let trimmed = text.hasSuffix("/") ? String(text.dropLast()) : text
        guard let url = URL(string: trimmed), ["http", "https"].contains(url.scheme), url.host() != nil, url.path().isEmpty else {
            throw Problem(description: "ENTRAIDE_PUBLIC_URL: write https://host, without a path")
        }
        return trimmed
    }

    private static func geocoderURL(_ text: String) throws -> String {
        let trimmed = text.hasSuffix("/") ? String(text.dropLast()) : text
        guard FetchAddress(trimmed) != nil, !trimmed.contains("?") else {
            throw Problem(description: "ENTRAIDE_GEOCODER_URL: write https://host/path, or http:// to this machine")
        }
        return trimmed
    }

    private static func oneOf(_ values: [String], _ name: String, _ text: String) throws -> String {
        guard values.contains(text) else { throw Problem(description: "\(name): write one of \(values.joined(separator: ", "))") }
        return text
    }

    /// A password stands before the host, or among the options of PostgreSQL.
    static func hidingPassword(_ url: String) -> String {
        let url = url.replacing(/(password=)[^&]*/.ignoresCase()) { "\($0.output.1)…" }
        guard let at = url.lastIndex(of: "@"), let scheme = url.range(of: "://") else { return url }
        let user = url[scheme.upperBound..<at].prefix { $0 != ":" }
        return url[..<scheme.upperBound] + user + (user.endIndex == at ? "" : ":…") + url[at...]
    }
}
