import API
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOEmbedded
import UseCases

/// A program that speaks JSON with the interface.
public struct InterfaceClient: Sendable {
    public struct Answer: Sendable {
        public var status: Int
        public var headers: HTTPFields
        public var body: String

        public func json<T: Decodable>(_ type: T.Type = T.self) throws -> T { try JSONDecoder().decode(T.self, from: Data(body.utf8)) }
    }

    private let interface: Interface

    public init(_ test: TestHouse, throttled: Bool = false) {
        interface = Interface(
            house: test.house, throttle: Throttle(isOn: throttled, now: test.house.world.now), proxies: TrustedProxies([]))
    }

    public func send(
        _ method: HTTPRequest.Method, _ path: String, _ body: String = "", headers: HTTPFields = [.contentType: "application/json"]
    ) async throws -> Answer {
        let head = HTTPRequest(method: method, scheme: "http", authority: "entraide.test", path: "/api/v1" + path, headerFields: headers)
        let request = Request(head: head, body: RequestBody(buffer: ByteBuffer(string: body)))
        let context = APIContext(source: .init(channel: NIOAsyncTestingChannel(), logger: Logger(label: "test")))
        let response = try await interface.respond(to: request, context: context)
        let collector = BodyCollector()
        try await response.body.write(collector)
        return Answer(status: response.status.code, headers: response.headers, body: String(buffer: collector.buffer))
    }
}
