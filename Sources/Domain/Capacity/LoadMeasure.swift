/// The load of each cell of a town.
///
/// A helper's week serves several kinds of help in several quartiers. It is shared among them so that the highest load is as low as the
/// helpers allow: shares follow the need, and what is still too heavy draws more, round after round.
public struct LoadMeasure: Sendable {
    private static let rounds = 60
    private let categories: [Category]
    private let places: [ID<Neighbourhood>?]
    private let ground: Ground

    /// - Parameter places: the town's quartiers; somewhere in town is added.
    public init(_ categories: [Category], _ places: [ID<Neighbourhood>], on ground: Ground) {
        self.categories = categories
        self.places = places.map { $0 } + [nil]
        self.ground = ground
    }

    /// In the order of the categories, then of the quartiers.
    /// - Parameter chance: of a yes to one ask of this kind; between 0 and 1.
    public func loads(_ groups: [HelperGroup], _ work: [LoadCell: LoadWork], chance: (ID<Category>) -> Double) -> [Load] {
        let cells = categories.flatMap { category in places.map { LoadCell(category.id, $0) } }
        var loads = cells.map { cell in
            let work = work[cell] ?? LoadWork()
            let needed = (Double(work.open) + work.expected) / max(chance(cell.category), 0.01)
            return Load(cell: cell, work: work, helpers: 0, needed: needed, allowed: 0)
        }
        let index = Dictionary(uniqueKeysWithValues: cells.enumerated().map { ($1, $0) })
        let reach = groups.map { group in group.cells(categories, places, on: ground).compactMap { index[$0] } }
        for (group, reached) in zip(groups, reach) { for cell in reached { loads[cell].helpers += group.count } }
        let allowed = Self.shares(of: groups.map { Double($0.asks) }, among: reach, needed: loads.map(\.needed))
        for cell in loads.indices { loads[cell].allowed = allowed[cell] }
        return loads
    }

    /// What each cell gets of each group's asks.
    static func shares(of asks: [Double], among reach: [[Int]], needed: [Double]) -> [Double] {
        var weights = needed
        var allowed = [Double](repeating: 0, count: needed.count)
        for _ in 0..<rounds {
            allowed = [Double](repeating: 0, count: needed.count)
            for (asks, cells) in zip(asks, reach) where !cells.isEmpty {
                let total = cells.reduce(0) { $0 + weights[$1] }
                for cell in cells { allowed[cell] += asks * (total > 0 ? weights[cell] / total : 1 / Double(cells.count)) }
            }
            for cell in weights.indices where weights[cell] > 0 && allowed[cell] > 0 { weights[cell] *= needed[cell] / allowed[cell] }
            let sum = weights.reduce(0, +)
            if sum > 0 { weights = weights.map { $0 / sum } }
        }
        return allowed
    }
}
