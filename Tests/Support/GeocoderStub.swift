import NIOCore
import NIOPosix
import Synchronization
import Testing

/// A web server on this machine that gives one answer to everybody, for the length of one test, and keeps what it was asked.
public final class GeocoderStub: Sendable {
    public enum Reply: Sendable, CustomTestStringConvertible {
        case answers(status: String = "200 OK", headers: [String] = [], body: String)
        /// Says that it has so many more bytes, and hangs up.
        case breaksOff(body: String, missing: Int)
        /// Takes the request and says nothing.
        case hangs
        case hangsUp

        public var testDescription: String { String("\(self)".prefix(80)) }
    }

    private struct State {
        var reply: Reply
        var requests: [String] = []
    }

    private let state: Mutex<State>

    private init(_ reply: Reply) { state = Mutex(State(reply: reply)) }

    /// Heads of the requests, the first line included, oldest first.
    public var requests: [String] { state.withLock { $0.requests } }

    public func reply(_ reply: Reply) { state.withLock { $0.reply = reply } }

    /// Runs the server, then the body with its address, `http://127.0.0.1:…`, and stops the server.
    public static func run(_ reply: Reply, _ body: (GeocoderStub, String) async throws -> Void) async throws {
        let stub = GeocoderStub(reply)
        let server = try await stub.listen()
        do {
            try await body(stub, "http://127.0.0.1:\(server.localAddress?.port ?? 0)")
        } catch {
            try await server.close()
            throw error
        }
        try await server.close()
    }

    private func listen() async throws -> any Channel {
        let bootstrap = ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture { try channel.pipeline.syncOperations.addHandler(Connection(stub: self)) }
            }
        for _ in 0..<100 {
            if let server = try? await bootstrap.bind(host: "127.0.0.1", port: .random(in: 20_000..<32_768)).get() { return server }
        }
        throw TestFailure()
    }

    fileprivate func take(_ request: String) -> Reply {
        state.withLock { state in
            state.requests.append(request)
            return state.reply
        }
    }
}

private final class Connection: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let stub: GeocoderStub
    private var head = ""

    init(stub: GeocoderStub) { self.stub = stub }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        head += String(buffer: unwrapInboundIn(data))
        guard head.hasSuffix("\r\n\r\n") else { return }
        switch stub.take(head) {
        case .answers(let status, let headers, let body):
            send(["HTTP/1.1 \(status)"] + headers, body, length: body.utf8.count, context)
        case .breaksOff(let body, let missing): send(["HTTP/1.1 200 OK"], body, length: body.utf8.count + missing, context)
        case .hangs: break
        case .hangsUp: context.close(promise: nil)
        }
        head = ""
    }

    private func send(_ head: [String], _ body: String, length: Int, _ context: ChannelHandlerContext) {
        let lines = head + ["Content-Type: application/json", "Content-Length: \(length)", "Connection: close", "", body]
        let channel = context.channel
        channel.writeAndFlush(ByteBuffer(string: lines.joined(separator: "\r\n"))).whenComplete { _ in channel.close(promise: nil) }
    }
}
