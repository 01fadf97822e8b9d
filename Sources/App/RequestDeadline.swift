import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Cuts off who sends a request too slowly. One byte now and then is not idle, and would keep a connection for ever.
///
/// A body has `patience`, and as much longer as a slow line takes for the length that was announced. A head that does not end is idle.
final class RequestDeadline: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    /// Bytes per second of the slowest line that may finish: a telephone on the edge of a valley.
    private static let slowestLine: Int64 = 16_000
    private static let longest = TimeAmount.minutes(10)

    private let patience: TimeAmount
    /// The length of the body that is on its way; nil between requests.
    private var expected: Int64?
    private var clock: Scheduled<Void>?
    private var isAnswering = false

    init(patience: TimeAmount = .seconds(60)) { self.patience = patience }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head): expected = head.headerFields[.contentLength].flatMap { Int64($0) } ?? 0
        case .body: break
        case .end: stop()
        }
        context.fireChannelRead(data)
    }

    /// Most requests are whole at once and need no clock.
    func channelReadComplete(context: ChannelHandlerContext) {
        if let expected, clock == nil { start(expected, context) }
        context.fireChannelReadComplete()
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head(let head): isAnswering = head.status.kind != .informational
        case .body: break
        case .end: isAnswering = false
        }
        context.write(data, promise: promise)
    }

    func channelInactive(context: ChannelHandlerContext) {
        stop()
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) { stop() }

    private func start(_ length: Int64, _ context: ChannelHandlerContext) {
        let delay = min(patience + .seconds(length / Self.slowestLine), Self.longest)
        clock = context.eventLoop.assumeIsolated().scheduleTask(in: delay) { self.cutOff(context) }
    }

    private func stop() {
        expected = nil
        clock?.cancel()
        clock = nil
    }

    /// Says so, unless an answer is already on its way.
    private func cutOff(_ context: ChannelHandlerContext) {
        stop()
        guard !isAnswering else { return context.close(promise: nil) }
        let head = HTTPResponse(status: .requestTimeout, headerFields: [.connection: "close", .contentLength: "0"])
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        context.close(promise: nil)
    }
}
