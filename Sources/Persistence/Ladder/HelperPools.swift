import Domain

/// Helpers by kind of help, read once for many requests.
public final class HelperPools {
    private let scope: TownTransaction
    private let now: Moment
    private var known: [ID<Category>: [Candidate]] = [:]

    public init(_ scope: TownTransaction, now: Moment) {
        self.scope = scope
        self.now = now
    }

    /// As `HelperPool.candidates(for:)`.
    public func candidates(for request: HelpRequest) throws -> [Candidate] {
        let whole = try known[request.category] ?? HelperPool(scope).candidates(of: request.category, now: now)
        known[request.category] = whole
        guard !whole.isEmpty else { return [] }
        let apart = try HelperPool(scope).kept(from: request)
        return whole.filter { !apart.contains($0.helper.person) }
    }
}
