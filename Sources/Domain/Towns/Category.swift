/// A kind of help, as a town offers it.
public struct Category: Sendable, Equatable {
    public enum Mode: String, Sendable, CaseIterable, Codable { case remote, inPerson = "in_person", either }

    public var id: ID<Category>
    /// Stable across towns: `groceries`.
    public var key: String
    /// By language code.
    public var labels: [String: String]
    public var guidance: [String: String]
    /// An id of the icon sprite.
    public var icon: String
    public var mode: Mode
    public var tier: TrustTier
    public var position: Int
    public var isActive: Bool
    /// Texts of this kind are read before others see them, even where the town reads none (P-12).
    public var reviewsTexts: Bool
    /// Where the ladder begins, if not at its foot.
    public var startsOn: Rung?
    /// Rungs that this kind of help never uses.
    public var leavesOut: Set<Rung> = []

    public init(
        id: ID<Category>, key: String, labels: [String: String], guidance: [String: String] = [:], icon: String, mode: Mode,
        tier: TrustTier, position: Int, isActive: Bool = true, reviewsTexts: Bool = false
    ) {
        self.id = id
        self.key = key
        self.labels = labels
        self.guidance = guidance
        self.icon = icon
        self.mode = mode
        self.tier = tier
        self.position = position
        self.isActive = isActive
        self.reviewsTexts = reviewsTexts
    }

    public func label(_ language: String) -> String { labels[language] ?? labels["fr"] ?? key }
    public func guidance(_ language: String) -> String? { guidance[language] ?? guidance["fr"] }

    /// Needs inside the home or with money are never public.
    public var mayBePublic: Bool { tier < .insideHome }
}
