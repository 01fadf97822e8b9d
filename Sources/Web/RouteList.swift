import Domain
import Hummingbird

/// A route as `entraide routes` shows it.
public struct RouteEntry: Sendable, Encodable, Equatable {
    public enum Access: String, Sendable, Encodable, CaseIterable {
        case everybody
        /// Whoever holds the link, and nobody else.
        case link
        case signedIn = "signed in"
        case referent = "referent, administrator"
        case desk = "operator, referent, administrator"
        case moderator = "moderator, administrator"
        case administrator
        case dpo = "data protection officer"
        /// The bearer of `ENTRAIDE_METRICS_TOKEN`.
        case token
        /// Whoever sits at the machine, in a demo without a mail server.
        case thisMachine = "this machine, in a demo"
    }

    public var method: String
    /// Below the town's base, or on the instance where it begins with the instance's own paths.
    public var path: String
    public var who: Access

    public init(method: String, path: String, who: Access) {
        self.method = method
        self.path = path
        self.who = who
    }
}

extension RouteEntry.Access {
    private static let parts: [(prefix: String, who: Self)] = [
        ("/administration", .administrator), ("/moderation", .moderator), ("/dpo", .dpo), ("/conciergerie", .desk),
        ("/referent", .referent),
        ("/mon-compte", .signedIn), ("/mandats", .signedIn),
        ("/conversations", .signedIn), ("/suivi/", .link), ("/reponse/", .link), ("/organisation/", .link), ("/connexion/lien/", .link),
        ("/metrics", .token),
        ("/dev/mail", .thisMachine), ("/bienvenue", .signedIn), ("/deconnexion", .signedIn), ("/propositions/nouvelle", .signedIn),
    ]

    /// Who gets past the door of a route; controllers hold to it, and a test tries them.
    public init(path: String) {
        if let part = Self.parts.first(where: { path.hasPrefix($0.prefix) }) {
            self = part.who
        } else if path.hasSuffix("{id}/aide") {
            self = .signedIn
        } else {
            self = path.contains("{token}") ? .link : .everybody
        }
    }
}

extension Router {
    /// What the router itself knows, without the HEAD of each GET.
    var entries: [RouteEntry] {
        routes.filter { $0.method != .head }
            .map { RouteEntry(method: $0.method.rawValue, path: $0.path.description, who: .init(path: $0.path.description)) }
            .sorted { ($0.path, $0.method) < ($1.path, $1.method) }
    }
}
