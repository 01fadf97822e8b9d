/// What is said before a request that the helpers of its quartier can hardly serve (barrière de capacité). It is recorded all the same.
public struct CapacityNotice: Sendable, Equatable {
    public var category: ID<Category>
    public var neighbourhood: ID<Neighbourhood>?
    /// In about how many weeks; nil when nobody can say.
    public var weeks: Int?
    /// Whether there is anybody to be asked at all.
    public var hasHelpers: Bool

    /// Nil when nothing need be said: the load is bearable, or it is a case that comes before others.
    public init?(_ load: Load?, limit: Int, isPriority: Bool) {
        guard let load, !isPriority, load.isOver(limit) else { return nil }
        category = load.cell.category
        neighbourhood = load.cell.neighbourhood
        weeks = load.weeks
        hasHelpers = load.helpers > 0
    }

    /// Kinds of help that can be promised in the same quartier today, the least loaded first.
    public static func alternatives(_ loads: [Load], in neighbourhood: ID<Neighbourhood>?, limit: Int, atMost count: Int = 3)
        -> [ID<Category>]
    {
        loads.filter { $0.cell.neighbourhood == neighbourhood && $0.helpers > 0 && !$0.isOver(limit) }
            .sorted { ($0.factor, $0.cell.category) < ($1.factor, $1.cell.category) }.prefix(count).map(\.cell.category)
    }
}
