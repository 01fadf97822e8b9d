import Domain
import Foundation
import HTTPTypes
import Hummingbird
import Localization
import NIOCore
import Secrets
import UseCases

/// What every operation does first: find the town, read the body, count the caller.
struct APIDesk: Sendable {
    let house: House
    let throttle: Throttle
    let proxies: TrustedProxies
    private static let largestBody = 64 * 1024

    func town(_ context: APIContext) throws(Refusal) -> TownFacts {
        guard let facts = context.parameters.get("town").flatMap({ house.towns.town(slug: $0) }) else { throw .notFound }
        return facts
    }

    /// In the caller's language.
    func localizer(_ request: Request) -> Localizer {
        Localizer(language: Language(acceptLanguage: request.headers[.acceptLanguage] ?? ""), catalogue: house.catalogue)
    }

    func take(_ act: Throttle.Act, _ request: Request, _ context: APIContext) throws(Refusal) {
        try throttle.take(act, proxies.network(forwarded: request.headers[.forwardedFor], peer: context.peer))
    }

    /// What the secret of the path opens. A wrong one is counted, so that nobody tries many.
    /// - Throws: `notFound` when it opens nothing.
    func opened<T>(_ request: Request, _ context: APIContext, _ open: (Token) async throws -> T?) async throws -> T {
        do {
            if let token = context.parameters.get("token").flatMap({ Token(text: $0) }), let found = try await open(token) { return found }
        } catch let refusal as Refusal where refusal.kind == .notFound {
            // Counted below, like a link that nobody ever had.
        }
        try take(.wrongToken, request, context)
        throw Refusal.notFound
    }

    /// The caller's `Idempotency-Key`, if there is one.
    func key(_ request: Request) throws(Refusal) -> String? {
        guard let key = request.headers[.idempotencyKey] else { return nil }
        guard (1...100).contains(key.utf8.count) else { throw .invalid("Idempotency-Key", "refusal.idempotencyKey") }
        return key
    }

    /// A JSON object of scalars, as form fields: text as it is, true as `yes`, false and null as nothing.
    func fields(_ request: Request, known: [String]) async throws -> [String: String] {
        guard (request.headers[.contentType] ?? "").hasPrefix("application/json") else { throw Refusal(.invalid, "refusal.mediaType") }
        let body = try await request.body.collect(upTo: Self.largestBody)
        guard let object = FlatObject(body.readableBytesView) else { throw Refusal(.invalid, "refusal.badRequest") }
        if let unknown = object.names.sorted().first(where: { !known.contains($0) }) {
            throw Refusal.invalid(unknown, "refusal.unknownField")
        }
        return object.texts
    }
}

extension HTTPField.Name {
    static let forwardedFor = HTTPField.Name("X-Forwarded-For") ?? .via
    static let idempotencyKey = HTTPField.Name("Idempotency-Key") ?? .via
}

extension Response {
    static func json(_ bytes: [UInt8], status: HTTPResponse.Status = .ok, type: String = "application/json") -> Response {
        Response(status: status, headers: [.contentType: type], body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    static func json(_ value: some Encodable, status: HTTPResponse.Status = .ok) throws -> Response {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return json([UInt8](try encoder.encode(value)), status: status)
    }
}
