/// A tier given by a named person who met the helper (B-06). No document is kept, only that they met.
public struct TrustGrant: Sendable, Equatable {
    public var id: ID<TrustGrant>
    public var person: ID<Person>
    public var tier: TrustTier
    /// Midnight of the day they met.
    public var metOn: Moment
    public var grantedBy: ID<Person>
    public var grantedAt: Moment
    public var revokedAt: Moment?

    public init(id: ID<TrustGrant>, person: ID<Person>, tier: TrustTier, metOn: Moment, grantedBy: ID<Person>, grantedAt: Moment) {
        self.id = id
        self.person = person
        self.tier = tier
        self.metOn = metOn
        self.grantedBy = grantedBy
        self.grantedAt = grantedAt
    }
}

extension Helper {
    /// The tier that grants in force add up to: nothing beyond *remote* without the charter.
    ///
    /// Words of the charter that changed since are asked again, but do not take a tier away overnight.
    public func tier(granted: [TrustGrant]) -> TrustTier {
        guard charterVersion != nil else { return .remote }
        return granted.filter { $0.revokedAt == nil }.map(\.tier).max().map { max($0, .doorstep) } ?? .doorstep
    }

    public func hasAccepted(charter version: Int) -> Bool { charterVersion == version }
}
