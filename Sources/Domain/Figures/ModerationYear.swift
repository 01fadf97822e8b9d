/// What became of texts in a calendar year, as a town tells it each year (P-12, after Reg. 2022/2065 art. 15).
public struct ModerationYear: Sendable, Equatable {
    public var year: Int
    public var published = 0
    public var amended = 0
    public var refused = 0
    public var appeals = 0
    /// Appeals after which the author's own words were published.
    public var overturned = 0
    public var reports = 0
    /// People whose new contacts were stopped after a report.
    public var stops = 0
    /// From the writing to the decision.
    public var medianTime: Duration?

    public init(year: Int) { self.year = year }

    public var decided: Int { published + amended + refused }
}
