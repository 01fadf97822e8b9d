import HTTPTypes
import Hummingbird

/// Headers of every answer. No script, style, frame or connection but our own; addresses with tokens never leave as a referrer.
enum SecurityHeaders {
    static let policy = policy(pictures: nil)

    /// - Parameter origin: of the pictures that one page needs besides our own.
    static func policy(pictures origin: String?) -> String {
        """
        default-src 'none'; script-src 'self'; style-src 'self'; img-src \(["'self' data:", origin].compactMap(\.self).joined(separator: " ")); \
        font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'
        """
    }

    private static let others: [HTTPField] = [
        ("Referrer-Policy", "no-referrer"),
        ("X-Frame-Options", "DENY"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Permissions-Policy", "geolocation=(), camera=(), microphone=()"),
    ].compactMap { name, value in HTTPField.Name(name).map { HTTPField(name: $0, value: value) } }

    static func add(to response: inout Response, isSecure: Bool) {
        // A town's logo brings a stricter one, a map the host of its tiles.
        if response.headers[.contentSecurityPolicy] == nil { response.headers[.contentSecurityPolicy] = policy }
        response.headers[.xContentTypeOptions] = "nosniff"
        response.headers.append(contentsOf: others)
        if isSecure { response.headers[.strictTransportSecurity] = "max-age=31536000; includeSubDomains" }
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
    }
}
