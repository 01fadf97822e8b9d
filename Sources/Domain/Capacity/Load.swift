/// One kind of help in one quartier; without one, somewhere in town.
public struct LoadCell: Sendable, Hashable {
    public var category: ID<Category>
    public var neighbourhood: ID<Neighbourhood>?

    public init(_ category: ID<Category>, _ neighbourhood: ID<Neighbourhood>?) {
        self.category = category
        self.neighbourhood = neighbourhood
    }
}

/// What is to be done in a cell.
public struct LoadWork: Sendable, Equatable {
    public var open: Int
    /// Under way: it takes an ask of its helper's week.
    public var matched: Int
    /// Requests of a week, as the last weeks had them.
    public var expected: Double

    public init(open: Int = 0, matched: Int = 0, expected: Double = 0) {
        self.open = open
        self.matched = matched
        self.expected = expected
    }
}

/// How much is asked of the helpers of a cell (facteur de charge).
public struct Load: Sendable, Equatable {
    public var cell: LoadCell
    public var work: LoadWork
    /// Those who may be asked for it, whatever else they may be asked for.
    public var helpers: Int
    /// Asks of a week, so that what is open and what is expected finds its yes.
    public var needed: Double
    /// Asks of a week that their budgets leave for it.
    public var allowed: Double

    public init(cell: LoadCell, work: LoadWork, helpers: Int, needed: Double, allowed: Double) {
        (self.cell, self.work, self.helpers, self.needed, self.allowed) = (cell, work, helpers, needed, allowed)
    }

    /// At 1 the week is just enough; infinite where something is needed and nobody can be asked.
    public var factor: Double { needed == 0 ? 0 : allowed == 0 ? .infinity : needed / allowed }

    /// - Parameter limit: percent, as the town sets it.
    public func isOver(_ limit: Int) -> Bool { factor * 100 > Double(limit) }

    /// In about how many weeks a new request finds somebody; nil when that cannot be said.
    public var weeks: Int? { factor > Double(Self.mostWeeks) ? nil : max(1, Int(factor.rounded(.up))) }

    /// What lies further is not told as if it were known.
    static let mostWeeks = 8
}
