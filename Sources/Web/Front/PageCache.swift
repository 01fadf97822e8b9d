import HTTPTypes
import Hummingbird
import Localization
import NIOCore
import Synchronization

/// Public pages as everybody sees them who is not signed in, kept until the town's lists change or its day ends.
///
/// Memory is bounded by two generations: what is asked for moves to the young one, and when that is full the old one is forgotten.
/// Of many who ask for the same missing page at once, one makes it and the others wait for it.
final class PageCache: Sendable {
    struct Key: Hashable {
        let town: Int
        let base: String
        /// Path and query.
        let target: String
        let language: Language
        /// The town's calendar day: lists say « aujourd’hui ».
        let day: Int
    }

    struct Kept: Sendable {
        let version: Int64
        let body: ByteBuffer
        let headers: HTTPFields
        /// The route that made it, for the count of page views.
        let route: String
    }

    private struct State {
        var young: [Key: Kept] = [:]
        var old: [Key: Kept] = [:]
        var youngSize = 0
        var making: [Key: (version: Int64, task: Task<Made, any Error>)] = [:]
    }

    enum Made: Sendable {
        case page(Kept)
        /// Refusals and redirections are not kept.
        case other(Response)
    }

    private let generation: Int
    private let state = Mutex(State())

    /// - Parameter capacity: bytes of page bodies, about.
    init(capacity: Int = 64 * 1024 * 1024) { generation = capacity / 2 }

    func find(_ key: Key, version: Int64) -> Kept? {
        state.withLock { state in
            if let kept = state.young[key] { return kept.version == version ? kept : nil }
            guard let kept = state.old[key], kept.version == version else { return nil }
            keep(kept, key, in: &state)
            return kept
        }
    }

    /// - Parameters:
    ///   - version: the lists' version, read before anything that the page is made of.
    ///   - make: answers and names its route.
    func make(_ key: Key, version: Int64, _ make: @escaping @Sendable () async throws -> (Response, route: String?)) async throws -> Made {
        let (task, isMine) = state.withLock { state in
            if let making = state.making[key], making.version == version { return (making.task, false) }
            let task = Task { try await Self.kept(try await make(), version) }
            state.making[key] = (version, task)
            return (task, true)
        }
        guard isMine else { return try await task.value }
        let result = await task.result
        state.withLock { state in
            if state.making[key]?.version == version { state.making[key] = nil }
            if case .success(.page(let kept)) = result { keep(kept, key, in: &state) }
        }
        return try result.get()
    }

    private func keep(_ kept: Kept, _ key: Key, in state: inout State) {
        if let before = state.young.updateValue(kept, forKey: key) { state.youngSize -= before.body.readableBytes }
        state.youngSize += kept.body.readableBytes
        guard state.youngSize > generation else { return }
        state.old = state.young
        state.young = [:]
        state.youngSize = 0
    }

    private static func kept(_ answer: (response: Response, route: String?), _ version: Int64) async throws -> Made {
        var (response, route) = answer
        guard response.status == .ok, response.headers[.setCookie] == nil, let route else { return .other(response) }
        let collector = BodyCollector()
        try await response.body.write(collector)
        response.headers[.eTag] = "\"\(String(fingerprint(collector.buffer), radix: 36))\""
        response.headers[.cacheControl] = "private, no-cache"
        response.headers[.vary] = "Cookie, Accept-Language"
        return .page(Kept(version: version, body: collector.buffer, headers: response.headers, route: route))
    }

    /// FNV-1a: a browser that shows our page already needs it not twice; nothing secret hangs on it.
    private static func fingerprint(_ buffer: ByteBuffer) -> UInt64 {
        buffer.readableBytesView.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
}

extension PageCache.Kept {
    /// 304 to a browser that has it.
    func response(to request: Request) -> Response {
        if let known = request.headers[.ifNoneMatch], known == headers[.eTag] {
            var headers = headers
            headers[.contentType] = nil
            headers[.contentLength] = nil
            return Response(status: .notModified, headers: headers)
        }
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: body))
    }
}

private final class BodyCollector: ResponseBodyWriter {
    var buffer = ByteBuffer()
    func write(_ part: ByteBuffer) async throws {
        if buffer.readableBytes == 0 { buffer = part } else { buffer.writeImmutableBuffer(part) }
    }
    func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
