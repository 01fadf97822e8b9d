/// One GET elsewhere.
public struct FetchRequest: Sendable, Equatable {
    public var address: FetchAddress
    /// The media type asked for.
    public var accept: String
    /// Bytes of the body; a longer one is refused unread.
    public var limit: Int
    /// For the whole of it, connection included.
    public var timeout: Duration

    public init(_ address: FetchAddress, accept: String, limit: Int = 1 << 20, timeout: Duration = .seconds(10)) {
        self.address = address
        self.accept = accept
        self.limit = limit
        self.timeout = timeout
    }
}

/// What came back, whatever its status; a redirect is an answer like another and is not followed.
public struct FetchAnswer: Sendable, Equatable {
    public var status: Int
    public var body: [UInt8]
    /// From `Retry-After`, in seconds or as a date.
    public var retryAfter: Duration?

    public init(status: Int, body: [UInt8] = [], retryAfter: Duration? = nil) {
        self.status = status
        self.body = body
        self.retryAfter = retryAfter
    }
}

/// Why nothing came back. Its text is fit for a log: never the address, which may hold what somebody typed.
public enum FetchError: Error, Equatable {
    case tooLate
    case tooLarge
    case unreachable(String)
}
