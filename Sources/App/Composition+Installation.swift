import Foundation
import Mail
import UseCases

extension Composition {
    /// What may be said of the settings: no secret, no address.
    var installation: Installation {
        var installation = Installation()
        installation.mail = Self.mail(settings.smtpURL)
        installation.limitsWrites = settings.rateLimits
        installation.hasOwnSecretKey = settings.secretKey != nil || settings.secretKeyFile != nil
        installation.hasPreviousKey = settings.secretKeyPrevious != nil
        if settings.geocoder == .geoplateforme { installation.geocoder = URL(string: settings.geocoderURL)?.host() }
        switch settings.database {
        case .postgres: (installation.engine, installation.keysLieApart) = ("PostgreSQL", true)
        case .sqlite(let path):
            let data = Self.folder(URL(filePath: path).deletingLastPathComponent())
            let keys = Self.folder(URL(filePath: settings.keysDirectory))
            (installation.engine, installation.keysLieApart) = ("SQLite", !keys.hasPrefix(data))
        }
        return installation
    }

    private static func mail(_ url: String?) -> Installation.Mail {
        guard let url, let server = try? SMTPSettings(url: url) else { return .shown }
        switch server.encryption {
        case .required, .implicit: return .encrypted
        case .none, .opportunistic: return ["127.0.0.1", "::1", "localhost"].contains(server.host) ? .local : .open
        }
    }

    /// The whole path, with a slash at its end.
    private static func folder(_ url: URL) -> String {
        let path = url.standardizedFileURL.resolvingSymlinksInPath().path()
        return path.hasSuffix("/") ? path : path + "/"
    }
}
