import NIOPosix
import Synchronization

/// Asks by libcurl, which blocks: on threads of its own, over connections that are kept.
public final class CurlFetcher: Fetcher {
    private let threads: NIOThreadPool
    private let idle = Mutex<[CurlTransfer]>([])
    private let authorities: String?

    /// - Parameters:
    ///   - count: how many requests are under way at most; more wait.
    ///   - authorities: PEM file of the authorities to trust instead of the system's.
    public init(threads count: Int = 4, authorities: String? = nil) {
        threads = NIOThreadPool(numberOfThreads: count)
        threads.start()
        self.authorities = authorities
    }

    public func fetch(_ request: FetchRequest) async throws(FetchError) -> FetchAnswer {
        let result: Result<FetchAnswer, FetchError>
        do {
            result = try await threads.runIfActive { [self] in Result { () throws(FetchError) in try perform(request) } }
        } catch {
            throw .unreachable("given up before it began")
        }
        return try result.get()
    }

    public func close() async {
        try? await threads.shutdownGracefully()
        idle.withLock { $0.removeAll() }
    }

    private func perform(_ request: FetchRequest) throws(FetchError) -> FetchAnswer {
        let kept = idle.withLock { $0.popLast() }
        let transfer = if let kept { kept } else { try CurlTransfer(authorities: authorities) }
        defer { idle.withLock { $0.append(transfer) } }
        return try transfer.perform(request)
    }
}
