import Domain
import Foundation
import HTTPTypes
import Hummingbird
import Localization

/// A refusal as RFC 9457 has it, in the caller's language.
struct Problem: Encodable {
    struct Field: Encodable {
        var name: String
        var detail: String
    }

    /// What the guard saw in a field.
    struct Finding: Encodable {
        var name: String
        var kind: String
        var quote: String
    }

    var type = "about:blank"
    var title: String
    var status: Int
    var detail: String
    var errors: [Field]?
    var findings: [Finding]?

    init(_ refusal: Refusal, _ t: Localizer) {
        status = Self.status(of: refusal.kind)
        title = HTTPResponse.Status(code: status).reasonPhrase
        detail = t(refusal.key, refusal.arguments)
        errors = refusal.fields.isEmpty ? nil : refusal.fields.map { Field(name: $0.name, detail: t($0.key, $0.arguments)) }
    }

    init(_ concern: TextConcern, _ t: Localizer) {
        self.init(Refusal(.invalid, concern.kinds.contains(.paid) ? "guard.lead.paid" : "guard.lead"), t)
        findings = concern.findings.map { finding in
            Finding(name: concern.field, kind: finding.kind.rawValue, quote: finding.quote)
        }
    }

    init(_ status: HTTPResponse.Status, _ t: Localizer) {
        self.status = status.code
        title = status.reasonPhrase
        detail = t(Self.key(of: status.code))
    }

    var response: Response {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let body = (try? encoder.encode(self)).map { [UInt8]($0) } ?? []
        var response = Response.json(body, status: .init(code: status), type: "application/problem+json")
        if status == 429 { response.headers[.retryAfter] = "600" }
        if status == 503 { response.headers[.retryAfter] = "60" }
        return response
    }

    private static func key(of status: Int) -> String {
        switch status {
        case 404: "refusal.notFound"
        case 405: "refusal.method"
        case 413: "refusal.tooLarge"
        case 503: "refusal.outage"
        case 500...: "refusal.ourFault"
        default: "refusal.badRequest"
        }
    }

    private static func status(of kind: Refusal.Kind) -> Int {
        switch kind {
        case .invalid: 422
        case .notFound: 404
        case .conflict: 409
        case .tooMany: 429
        case .signInFirst: 401
        case .forbidden: 403
        }
    }
}
