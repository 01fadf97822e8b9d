import HTTPTypes

extension Interface {
    /// Method and path of every call, the description included.
    public var calls: [(method: String, path: String)] {
        [("GET", "\(Self.prefix)/openapi.json")] + operations.map { ($0.method.rawValue, Self.prefix + $0.path) }
    }
}
