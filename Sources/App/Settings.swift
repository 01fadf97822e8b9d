import Foundation

/// What the installation is told by its environment, in one place; runs with none at all.
struct Settings: Sendable {
    enum Database: Sendable, Equatable {
        case sqlite(path: String)
        case postgres(url: String)
    }

    /// Who is asked where an address is, in a town without an address base.
    enum Geocoder: String, Sendable, CaseIterable { case off, geoplateforme }

    var databaseURL = "sqlite:data/entraide.sqlite"
    var database = Database.sqlite(path: "data/entraide.sqlite")
    var databaseDirectURL: String?
    var databaseReplicaURL: String?
    var listen = (host: "127.0.0.1", port: 8080)
    var publicURL = "http://127.0.0.1:8080"
    var smtpURL: String?
    var secretKey: String?
    var secretKeyFile: String?
    var secretKeyPrevious: String?
    var keysDirectory = "data/keys"
    var trustedProxies: [String] = []
    var geocoder = Geocoder.off
    var geocoderURL = "https://data.geopf.fr/geocodage"
    var rateLimits = true
    var metricsToken: String?
    var logLevel = "info"
    var logFormat = "json"

    /// One line that names the setting and says what to do.
    struct Problem: Error, CustomStringConvertible {
        var description: String
    }
}

extension Settings {
    /// A setting: its name, what it means, whether its value is a secret, and how it is read.
    struct Entry: Sendable {
        let name: String
        let meaning: String
        var isSecret = false
        let show: @Sendable (Settings) -> String?
        let read: @Sendable (inout Settings, String) throws -> Void
    }

    static func read(_ environment: [String: String] = ProcessInfo.processInfo.environment) throws -> Settings {
        var settings = Settings()
        let known = Dictionary(uniqueKeysWithValues: entries.map { ($0.name, $0) })
        var hasPublicURL = false
        for (name, value) in environment.sorted(by: { $0.key < $1.key })
        where name.hasPrefix("ENTRAIDE_") && !name.hasPrefix("ENTRAIDE_TEST_") {
            guard let entry = known[name] else {
                throw Problem(description: "unknown setting \(name): see `entraide config` for those that exist")
            }
            guard !value.isEmpty else { continue }
            try entry.read(&settings, value)
            hasPublicURL = hasPublicURL || name == "ENTRAIDE_PUBLIC_URL"
        }
        if !hasPublicURL { settings.publicURL = "http://\(settings.listen.host):\(settings.listen.port)" }
        return settings
    }
}
