import Domain
import HTTPTypes
import Hummingbird
import Localization
import UseCases

/// French or English: what the visitor chose, else the account's, else what the browser asks for.
enum LanguageChoice {
    static func of(_ request: Request, viewer: Viewer?, jar: CookieJar) -> Language {
        jar.read(.lang, from: request).flatMap(Language.init(rawValue:))
            ?? viewer.flatMap { Language(rawValue: $0.person.language) }
            ?? Language(acceptLanguage: request.headers[.acceptLanguage] ?? "")
    }

    /// `?lang=en` is remembered, and the address is clean again.
    static func redirect(_ request: Request, base: String, jar: CookieJar) -> Response? {
        guard request.method == .get, let query = request.uri.query, let wanted = request.uri.queryParameters["lang"],
            let language = Language(rawValue: String(wanted))
        else { return nil }
        let rest = query.split(separator: "&").filter { !$0.hasPrefix("lang=") }.joined(separator: "&")
        let path = base + request.uri.path + (rest.isEmpty ? "" : "?\(rest)")
        return .seeOther(LocalPath(path)?.text ?? base + "/", cookies: [jar.line(.lang, language.rawValue, seconds: 31_536_000)])
    }
}

/// A path of this site, and nothing else: what a redirect may follow.
struct LocalPath {
    let text: String

    init?(_ path: String) {
        let bytes = Array(path.utf8)
        guard bytes.first == UInt8(ascii: "/"), bytes.count < 2 || (bytes[1] != UInt8(ascii: "/") && bytes[1] != UInt8(ascii: "\\")),
            bytes.count <= 1_000, bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") })
        else { return nil }
        text = path
    }
}
