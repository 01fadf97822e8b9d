/// Asks other servers. `CurlFetcher` does, `MemoryFetcher` answers by itself.
public protocol Fetcher: Sendable {
    /// Returns or throws within the request's timeout.
    func fetch(_ request: FetchRequest) async throws(FetchError) -> FetchAnswer
}
