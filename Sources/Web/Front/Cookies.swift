import Hummingbird

/// Our cookies: out of reach of scripts, and `__Host-` with Secure whenever the site is https.
struct CookieJar: Sendable {
    enum Name: String { case session, draft, offer, lang, browser }

    let isSecure: Bool
    /// On a shared host each town keeps its own: a session of one is nothing to another.
    let town: String

    func name(_ name: Name) -> String {
        let own = name == .lang ? name.rawValue : "\(name.rawValue)-\(town)"
        return isSecure ? "__Host-\(own)" : own
    }

    func read(_ name: Name, from request: Request) -> String? {
        for header in request.headers[values: .cookie] {
            for pair in header.split(separator: ";") {
                let parts = pair.split(separator: "=", maxSplits: 1).map { $0.trimmingSpaces }
                if parts.count == 2, parts[0] == self.name(name) { return parts[1] }
            }
        }
        return nil
    }

    /// - Parameter seconds: nil until the browser closes; 0 to forget.
    func line(_ name: Name, _ value: String, seconds: Int?) -> String {
        var line = "\(self.name(name))=\(value); Path=/; HttpOnly; SameSite=Lax"
        if let seconds { line += "; Max-Age=\(seconds)" }
        if isSecure { line += "; Secure" }
        return line
    }
}

extension Substring {
    var trimmingSpaces: String { String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
}
