import Domain
import HTML
import HTTPTypes
import Hummingbird
import Localization
import Logging
import UseCases

/// What a person sees when something is refused or fails: a plain sentence and a way forward, never a trace.
enum ErrorAnswer {
    static func page(_ refusal: Refusal, _ context: TownContext, from request: Request? = nil) -> Response {
        if refusal.kind == .signInFirst, let request {
            let back = context.base + (request.head.path ?? "/")
            return .seeOther("\(context.links.signIn)?retour=\(Query.encoded(back))")
        }
        let page = RefusalPage(site: Site(context, ""), key: refusal.key, arguments: refusal.arguments, status: status(of: refusal.kind))
        var response = page.response(status: status(of: refusal.kind))
        if refusal.kind == .tooMany { response.headers[.retryAfter] = "600" }
        return response
    }

    static func page(_ status: HTTPResponse.Status, _ context: TownContext) -> Response {
        let page = RefusalPage(site: Site(context, ""), key: key(of: status), arguments: [:], status: status.code)
        var response = page.response(status: status.code)
        if status == .serviceUnavailable { response.headers[.retryAfter] = "60" }
        return response
    }

    /// What nobody foresaw; the log says more.
    static func page(failure error: any Error, _ context: TownContext) -> Response {
        context.logger.error("a page failed", metadata: ["error": "\(error)", "route": "\(context.endpointPath ?? "?")"])
        return page(Outage.explains(error) ? .serviceUnavailable : .internalServerError, context)
    }

    /// Where no town is known.
    static func plain(_ status: HTTPResponse.Status) -> Response { .text("\(status.code) \(status.reasonPhrase)\n", status: status) }

    static func status(of kind: Refusal.Kind) -> Int {
        switch kind {
        case .invalid: 422
        case .notFound: 404
        case .conflict: 409
        case .tooMany: 429
        case .signInFirst: 401
        case .forbidden: 403
        }
    }

    private static func key(of status: HTTPResponse.Status) -> String {
        switch status.code {
        case 404: "refusal.notFound"
        case 405: "refusal.method"
        case 413: "refusal.tooLarge"
        case 400..<500: "refusal.badRequest"
        case 503: "refusal.outage"
        default: "refusal.ourFault"
        }
    }
}

struct RefusalPage: Page {
    let site: Site
    let key: String
    let arguments: [String: String]
    let status: Int

    var title: String {
        switch status {
        case 404: t("error.notFound.title")
        case 503: t("error.outage.title")
        case 500...: t("error.ourFault.title")
        default: t("error.refused.title")
        }
    }
    var mainClass: String? { "page narrow" }

    var content: Markup {
        .list([
            div(.class("page-header")) {
                h1 { title }
                p(.class("lead")) { t(key, arguments) }
            },
            p(.class("actions")) {
                a(.class("button"), .href(links.home)) { t("error.home") }
                a(.class("button secondary"), .href(links.help)) { t("error.help") }
            },
        ])
    }
}

enum Query {
    private static let plain = Set("-._~/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8)

    /// For one value of a query string.
    static func encoded(_ text: String) -> String {
        var encoded = ""
        for byte in text.utf8 {
            if plain.contains(byte) {
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                encoded += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return encoded
    }
}
