import Synchronization

/// Answers as it was told to, and remembers what it was asked. For tests.
public final class MemoryFetcher: Fetcher {
    private struct State {
        var requests: [FetchRequest] = []
        var result: Result<FetchAnswer, FetchError>
    }

    private let state: Mutex<State>

    public init(_ answer: FetchAnswer) { state = Mutex(State(result: .success(answer))) }

    /// Oldest first.
    public var requests: [FetchRequest] { state.withLock { $0.requests } }

    /// From now on.
    public func answer(_ result: Result<FetchAnswer, FetchError>) { state.withLock { $0.result = result } }

    public func fetch(_ request: FetchRequest) async throws(FetchError) -> FetchAnswer {
        let result = state.withLock { state in
            state.requests.append(request)
            return state.result
        }
        return try result.get()
    }
}
