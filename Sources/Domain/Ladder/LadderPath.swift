/// The rungs that one request may use, in the order in which it climbs them.
public struct LadderPath: Sendable, Equatable {
    public let rungs: [Rung]

    /// The way of a request whose kind says nothing else.
    static let usual: [Rung] = [.helpers, .wider, .referent, .association, .reserve, .agent, .duty]

    /// - Parameter staffed: where somebody is there to be asked; who answers in person always is.
    public init(_ category: Category, _ criteria: Set<Criterion>, staffed: Set<Rung>) {
        let start = Self.start(category, criteria)
        let above = start == .ccas ? [] : Self.usual.drop { $0 != start }.filter { $0 != .duty }
        let whole = [start] + above.filter { $0 != start && !category.leavesOut.contains($0) } + [.referent, .duty]
        rungs = whole.reduce(into: []) { path, rung in
            if !path.contains(rung), rung.isInPerson || staffed.contains(rung) { path.append(rung) }
        }
    }

    /// Distress goes to the social-action centre at once, whatever was asked for.
    public static func start(_ category: Category, _ criteria: Set<Criterion>) -> Rung {
        if criteria.contains(.distress) { return .ccas }
        let foot = usual.first { !category.leavesOut.contains($0) } ?? .referent
        return category.startsOn ?? foot
    }

    /// Whether neighbours are asked for it at all.
    public var asksHelpers: Bool { rungs.contains(where: \.asksHelpers) }

    /// The next rung that was not used since the request set out; nil at the top.
    ///
    /// A rung that found somebody only later, such as a reserve called out meanwhile, is not skipped.
    public func next(after used: [Rung]) -> Rung? { rungs.first { !used.contains($0) } }
}
