import Fetch
import Foundation
import TestSupport
import Testing

/// Against a server on this machine that behaves well, and badly.
@Suite struct CurlFetcherTests {
    private static func fetch(
        _ reply: GeocoderStub.Reply, limit: Int = 1_000, timeout: Duration = .seconds(5),
        _ check: (GeocoderStub, Result<FetchAnswer, FetchError>) throws -> Void
    ) async throws {
        let fetcher = CurlFetcher(threads: 1)
        try await GeocoderStub.run(reply) { stub, url in
            let address = try #require(FetchAddress(url)).appending(path: "/a", query: [("q", "à+b")])
            let request = FetchRequest(address, accept: "text/plain", limit: limit, timeout: timeout)
            let result: Result<FetchAnswer, FetchError>
            do throws(FetchError) {
                result = .success(try await fetcher.fetch(request))
            } catch {
                result = .failure(error)
            }
            try check(stub, result)
        }
        await fetcher.close()
    }

    @Test func aRequestSaysWhatItMustAndNoMore() async throws {
        try await Self.fetch(.answers(body: "well")) { stub, result in
            #expect(result == .success(FetchAnswer(status: 200, body: Array("well".utf8))))
            let lines = try #require(stub.requests.first).split(separator: "\r\n").map(String.init)
            #expect(lines.first == "GET /a?q=%C3%A0%2Bb HTTP/1.1")
            #expect(lines.dropFirst().map { $0.prefix { $0 != ":" } }.sorted() == ["Accept", "Host", "User-Agent"])
        }
    }

    @Test func aRefusalIsAnAnswerAndSaysWhenToComeBack() async throws {
        let reply = GeocoderStub.Reply.answers(status: "429 Too Many Requests", headers: ["Retry-After: 7"], body: "")
        try await Self.fetch(reply) { _, result in
            #expect(result == .success(FetchAnswer(status: 429, retryAfter: .seconds(7))))
        }
    }

    @Test func aRedirectIsNotFollowed() async throws {
        let reply = GeocoderStub.Reply.answers(status: "302 Found", headers: ["Location: http://127.0.0.1:1/"], body: "")
        try await Self.fetch(reply) { stub, result in
            #expect(result == .success(FetchAnswer(status: 302)))
            #expect(stub.requests.count == 1)
        }
    }

    @Test func aBodyBeyondTheLimitIsRefused() async throws {
        let longest = String(repeating: "x", count: 1_000)
        try await Self.fetch(.answers(body: longest)) { _, result in
            #expect(result == .success(FetchAnswer(status: 200, body: Array(longest.utf8))))
        }
        try await Self.fetch(.answers(body: String(repeating: "x", count: 10 << 20))) { _, result in #expect(result == .failure(.tooLarge))
        }
    }

    @Test func silenceEndsAtTheTimeout() async throws {
        try await Self.fetch(.hangs, timeout: .milliseconds(200)) { _, result in #expect(result == .failure(.tooLate)) }
    }

    @Test(arguments: [GeocoderStub.Reply.hangsUp, .breaksOff(body: "half", missing: 4)])
    func aServerThatHangsUpIsUnreachable(_ reply: GeocoderStub.Reply) async throws {
        try await Self.fetch(reply) { _, result in
            guard case .failure(.unreachable(let why)) = result else {
                Issue.record("\(result)")
                return
            }
            #expect(!why.isEmpty && !why.contains("127.0.0.1"))
        }
    }

    @Test func theNextRequestIsNotTheWorseForOneThatFailed() async throws {
        let fetcher = CurlFetcher(threads: 1)
        try await GeocoderStub.run(.hangsUp) { stub, url in
            let request = FetchRequest(try #require(FetchAddress(url)), accept: "text/plain")
            await #expect(throws: FetchError.self) { try await fetcher.fetch(request) }
            stub.reply(.answers(body: "again"))
            #expect(try await fetcher.fetch(request).body == Array("again".utf8))
        }
        await fetcher.close()
        await #expect(throws: FetchError.self) {
            try await fetcher.fetch(FetchRequest(try #require(FetchAddress("http://127.0.0.1:1")), accept: "text/plain"))
        }
    }
}
