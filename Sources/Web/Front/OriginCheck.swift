import HTTPTypes
import Hummingbird

/// Cross-site request forgery: a browser says where a form comes from, and a form of another site changes nothing here.
///
/// `Sec-Fetch-Site` is sent by every browser since 2023 and cannot be forged by a page; older ones send `Origin`. A client that sends
/// neither is no browser and carries nobody's cookies. See `docs/decisions/`.
enum OriginCheck {
    static func isForged(_ request: Request) -> Bool {
        guard ![.get, .head, .options].contains(request.method) else { return false }
        if let site = request.headers[.secFetchSite] { return site != "same-origin" && site != "none" }
        guard let origin = request.headers[.origin] else { return false }
        return origin.split(separator: "/").last.map(String.init) != request.head.authority
    }
}

extension HTTPField.Name {
    static let secFetchSite = HTTPField.Name("Sec-Fetch-Site") ?? .origin
}
