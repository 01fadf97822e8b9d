import HTTPTypes
import NIOCore
import NIOEmbedded
import NIOHTTPTypes
import Testing

@testable import App

/// In a time of its own: nobody waits.
@Suite struct RequestDeadlineTests {
    private let channel: EmbeddedChannel

    init() throws {
        channel = EmbeddedChannel(handler: RequestDeadline(patience: .seconds(60)))
        try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
    }

    private func begin(announcing length: Int) throws {
        let head = HTTPRequest(
            method: .post, scheme: "http", authority: "x", path: "/", headerFields: [.contentLength: String(length)])
        try channel.writeInbound(HTTPRequestPart.head(head))
    }

    private func send(_ byte: UInt8 = 0x61) throws { try channel.writeInbound(HTTPRequestPart.body(ByteBuffer(bytes: [byte]))) }

    private func wait(_ time: TimeAmount) { channel.embeddedEventLoop.advanceTime(by: time) }

    private func answered() throws -> HTTPResponse.Status? {
        guard case .head(let head)? = try channel.readOutbound(as: HTTPResponsePart.self) else { return nil }
        return head.status
    }

    @Test func oneByteNowAndThenIsCutOff() throws {
        try begin(announcing: 100)
        for _ in 0..<2 {
            try send()
            wait(.seconds(29))
        }
        #expect(channel.isActive)
        try send()
        wait(.seconds(3))
        #expect(try answered() == .requestTimeout)
        #expect(!channel.isActive)
    }

    @Test func aLongBodyHasLonger() throws {
        try begin(announcing: 1_600_000)
        wait(.seconds(159))
        #expect(channel.isActive)
        wait(.seconds(2))
        #expect(!channel.isActive)
    }

    @Test func nobodyBuysADayByAnnouncingAGreatDeal() throws {
        try begin(announcing: 1_000_000_000_000)
        wait(.minutes(10))
        #expect(!channel.isActive)
    }

    @Test func aWholeRequestHasNoDeadline() throws {
        for _ in 0..<2 {
            try begin(announcing: 1)
            try send()
            try channel.writeInbound(HTTPRequestPart.end(nil))
            wait(.minutes(5))
        }
        #expect(channel.isActive)
        #expect(try answered() == nil)
    }

    /// Somebody who was answered early is not answered twice.
    @Test func anAnswerThatIsOnItsWayIsNotFollowedByAnother() throws {
        try begin(announcing: 100)
        try channel.writeOutbound(HTTPResponsePart.head(HTTPResponse(status: .contentTooLarge)))
        wait(.minutes(2))
        #expect(try answered() == .contentTooLarge)
        #expect(try answered() == nil)
        #expect(!channel.isActive)
    }
}
