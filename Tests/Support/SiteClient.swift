import Database
import Domain
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOEmbedded
import Persistence
import Secrets
import UseCases
import Web

/// A browser without a screen: calls the site's responder, keeps cookies, follows nothing by itself.
public final class SiteClient {
    public struct Answer: Sendable {
        public var status: Int
        public var headers: HTTPFields
        public var body: String
        public var location: String? { headers[.location] }
    }

    public let website: Website
    private let test: TestHouse
    public var cookies: [String: String] = [:]
    public var headers: HTTPFields = [:]

    public init(_ test: TestHouse, publicURL: String? = nil, throttled: Bool = false, showsMail: Bool = false) throws {
        self.test = test
        let settings = SiteSettings(
            publicURL: publicURL ?? test.house.publicURL, publicFolder: TestHouse.repository.appending(path: "Public").path(),
            showsMail: showsMail)
        website = try Website(
            house: test.house, settings: settings, throttle: Throttle(isOn: throttled, now: test.house.world.now),
            readiness: Readiness(house: test.house, migrator: .init([])))
    }

    /// Another browser of a site that is there already.
    public init(_ test: TestHouse, sharing website: Website) {
        self.test = test
        self.website = website
    }

    /// Signs somebody in without the mail, in the tests' town or another: the session is written straight into the database.
    public func signIn(_ person: Person, in town: TownFacts? = nil) async throws {
        let town = (town ?? test.town).town
        let now = test.clock.now
        let token = Token()
        let session = Session(
            id: test.house.world.id(), person: person.id, device: "Test", createdAt: now, lastSeenAt: now, expiresAt: now + .days(30))
        try await test.house.write(town) { try Sessions($0).insert(session, hash: token.hash) }
        cookies["session-\(town.slug)"] = token.text
    }

    public func get(_ path: String) async throws -> Answer { try await send(.get, path) }

    public func post(_ path: String, _ form: [String: String] = [:]) async throws -> Answer {
        let body = form.map { "\(Self.encoded($0.key))=\(Self.encoded($0.value))" }.joined(separator: "&")
        return try await send(.post, path, body: body, type: "application/x-www-form-urlencoded")
    }

    public func send(_ method: HTTPRequest.Method, _ path: String, body: String = "", type: String? = nil) async throws -> Answer {
        var fields = headers
        if let type { fields[.contentType] = type }
        if !cookies.isEmpty { fields[.cookie] = cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ") }
        let head = HTTPRequest(method: method, scheme: "http", authority: "entraide.test", path: path, headerFields: fields)
        let request = Request(head: head, body: RequestBody(buffer: ByteBuffer(string: body)))
        let context = AppContext(source: .init(channel: NIOAsyncTestingChannel(), logger: Logger(label: "test")))
        let response = try await website.responder.respond(to: request, context: context)
        let collector = BodyCollector()
        try await response.body.write(collector)
        remember(response.headers)
        return Answer(status: response.status.code, headers: response.headers, body: String(buffer: collector.buffer))
    }

    private func remember(_ headers: HTTPFields) {
        for line in headers[values: .setCookie] {
            let pair = line.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1)
            guard let name = pair.first.map(String.init) else { continue }
            cookies[name] = line.contains("Max-Age=0") ? nil : pair.dropFirst().first.map(String.init)
        }
    }

    private static func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }
}

final class BodyCollector: ResponseBodyWriter {
    var buffer = ByteBuffer()
    func write(_ part: ByteBuffer) async throws { buffer.writeImmutableBuffer(part) }
    func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
