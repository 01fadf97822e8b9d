import Domain
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOEmbedded
import Persistence
import TestSupport
import Testing
import UseCases
@testable import Web

@Suite struct LiveBoardPagesTests {
    private static let path = "/t/clairval/conciergerie/tableau"

    private func attendant(_ test: TestHouse) async throws -> SiteClient {
        let client = try SiteClient(test)
        try await client.signIn(test.cast.attendant)
        return client
    }

    @Test func theBoardNamesNobodyWhoCalls() async throws {
        let test = try await TestHouse()
        let client = try await attendant(test)
        _ = try await client.beginCall("04 90 11 22 33")
        _ = try await client.takeCall(ReferentPagesTests.call)
        let page = try await client.get(Self.path)
        #expect(page.status == 200 && !page.body.contains("⟦") && page.body.contains("Odile F."))
        for secret in ["Odette", "04 90 11", "+3349"] { #expect(!page.body.contains(secret)) }
        #expect(page.body.contains("data-figure=\"waiting\">1<") && page.body.contains("data-figure=\"inCall\">1<"))
        #expect(page.body.contains("data-summary=\"1 demande attend, 0 en retard, 1 appel en cours\""))
    }

    @Test func whoListensToNoEventsIsShownThePage() async throws {
        let test = try await TestHouse()
        let client = try await attendant(test)
        let answer = try await client.get(Self.path + "/flux")
        #expect(answer.status == 303 && answer.location == Self.path)
        let martine = SiteClient(test, sharing: client.website)
        try await martine.signIn(test.cast.martine)
        martine.headers = [.accept: "text/event-stream"]
        #expect(try await martine.get(Self.path + "/flux").status == 404)
        let visitor = SiteClient(test, sharing: client.website)
        visitor.headers = [.accept: "text/event-stream"]
        #expect(try await visitor.get(Self.path + "/flux").status == 303)
    }

    @Test func theFeedBeginsWithTheBoardAndEndsWithTheHouse() async throws {
        let test = try await TestHouse()
        let client = try await attendant(test)
        let head = HTTPRequest(
            method: .get, scheme: "http", authority: "entraide.test", path: Self.path + "/flux",
            headerFields: [.accept: "text/event-stream", .cookie: client.cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")])
        let context = AppContext(source: .init(channel: NIOAsyncTestingChannel(), logger: Logger(label: "test")))
        let response = try await client.website.responder.respond(
            to: Request(head: head, body: RequestBody(buffer: ByteBuffer())), context: context)
        #expect(response.status == .ok && response.headers[.contentType] == "text/event-stream; charset=utf-8")
        #expect(response.headers[HTTPField.Name("X-Accel-Buffering")!] == "no")
        let listener = Listener { test.house.boards.close() }
        try await response.body.write(listener)
        #expect(listener.text.hasPrefix("retry: 2000\n\nid: ") && listener.text.contains("\nevent: board\ndata: <div"))
        #expect(listener.isFinished && !listener.text.contains("<html"))
    }
}

/// Hears the first board, and then does something.
private final class Listener: ResponseBodyWriter {
    var text = ""
    var isFinished = false
    private let then: () -> Void

    init(then: @escaping () -> Void) { self.then = then }

    func write(_ part: ByteBuffer) async throws {
        text += String(buffer: part)
        if text.contains("event: board") { then() }
    }
    func finish(_ trailingHeaders: HTTPFields?) async throws { isFinished = true }
}
