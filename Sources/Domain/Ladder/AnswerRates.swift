/// How likely one ask is to be answered yes, from what a town has measured: per category, part of the day and distance.
///
/// Small samples lean on larger ones: a cell on its category, a category on its town, a town on what is known of others. Each lends the
/// weight of so many asks (an empirical Bayes estimate of a binomial share, with the beta prior's weight fixed).
public struct AnswerRates: Sendable, Equatable {
    /// Before a town has measured anything: an assumption, which weighs as much as the town's first twenty asks.
    public static let prior = 0.2
    static let weight = 20.0

    public enum DayPart: String, Sendable, CaseIterable, Codable {
        case morning, afternoon, evening

        /// - Parameter hour: local, 0 to 23.
        public init(hour: Int) { self = hour < 12 ? .morning : hour < 17 ? .afternoon : .evening }
    }

    public struct Cell: Sendable, Hashable {
        public var category: ID<Category>
        public var part: DayPart
        /// Quarters of an hour away, three and more as one.
        public var band: Int

        public init(category: ID<Category>, part: DayPart, band: Int) {
            self.category = category
            self.part = part
            self.band = Self.counted(band)
        }

        /// As it is stored: 0 to 3.
        public static func counted(_ band: Int) -> Int { min(max(band, 0), 3) }
    }

    public struct Tally: Sendable, Equatable {
        public var asked: Int
        public var yes: Int

        public init(asked: Int = 0, yes: Int = 0) {
            self.asked = asked
            self.yes = yes
        }

        static func + (left: Self, right: Self) -> Self { Tally(asked: left.asked + right.asked, yes: left.yes + right.yes) }

        /// Between 0 and 1.
        func rate(leaningOn other: Double) -> Double { (Double(yes) + other * weight) / (Double(asked) + weight) }
    }

    private let cells: [Cell: Tally]
    private let categories: [ID<Category>: Double]
    /// Of the whole town.
    public let average: Double
    /// How many asks they rest on.
    public let measured: Int

    public init(_ cells: [Cell: Tally] = [:]) {
        self.cells = cells
        let whole = cells.values.reduce(Tally(), +)
        measured = whole.asked
        average = whole.rate(leaningOn: Self.prior)
        var sums: [ID<Category>: Tally] = [:]
        for (cell, tally) in cells { sums[cell.category, default: Tally()] = sums[cell.category, default: Tally()] + tally }
        let town = average
        categories = sums.mapValues { $0.rate(leaningOn: town) }
    }

    /// The chance of a yes to one ask; between 0 and 1, never either.
    public func chance(_ cell: Cell) -> Double {
        let broad = chance(cell.category)
        return cells[cell].map { $0.rate(leaningOn: broad) } ?? broad
    }

    /// Whatever the hour and the distance.
    public func chance(_ category: ID<Category>) -> Double { categories[category] ?? average }
}
