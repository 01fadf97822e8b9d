import Geography

/// The cells of a town's homes: those it has stay as they are, homes that have none get one.
public struct HomeCellPlan: Sendable {
    /// New cells.
    public private(set) var cells: [HomeCell] = []
    /// The cell of each part that had none.
    public private(set) var parts: [HomeCell.Part: Int] = [:]

    private let homes: [HomeCell.Part: Int]
    private let grid: SquareGrid
    private var known: [HomeCell.Part: Int]
    private var number: Int

    /// A thin group may be moved to a cell so many squares away; beyond, the homes have no cell, and the public sees the quartier.
    private static let reach = 2
    /// Of a cell of thinly settled squares.
    private static let mostSquares = 12

    /// - Parameters:
    ///   - homes: how many homes lie in each part, those of present cells included.
    ///   - present: the cell of each part that has one.
    ///   - last: the highest number of a cell so far, 0 without any.
    public init(homes: [HomeCell.Part: Int], present: [HomeCell.Part: Int], last: Int, grid: SquareGrid) {
        self.homes = homes
        self.grid = grid
        known = present
        number = last
        let open = homes.keys.filter { present[$0] == nil && homes[$0, default: 0] > 0 }
        for (quartier, parts) in Dictionary(grouping: open, by: \.neighbourhood).sorted(by: { Self.precedes($0.key, $1.key) }) {
            draw(parts.map(\.square).sorted(), in: quartier)
        }
    }

    private static func precedes(_ left: ID<Neighbourhood>?, _ right: ID<Neighbourhood>?) -> Bool {
        guard let left, let right else { return left == nil && right != nil }
        return left < right
    }

    private mutating func draw(_ squares: [SquareGrid.Square], in quartier: ID<Neighbourhood>?) {
        let (full, thin) = (
            squares.filter { count([$0], quartier) >= HomeCell.minimum }, squares.filter { count([$0], quartier) < HomeCell.minimum }
        )
        for square in full { add([square], quartier) }
        var left = Set(thin)
        for square in thin where left.contains(square) {
            let group = gather(from: square, among: left, quartier)
            left.subtract(group)
            if count(group, quartier) >= HomeCell.minimum { add(group, quartier) } else { join(group, quartier) }
        }
    }

    /// Thin squares side by side, until they hold enough homes.
    private func gather(
        from start: SquareGrid.Square, among open: Set<SquareGrid.Square>, _ quartier: ID<Neighbourhood>?
    ) -> [SquareGrid.Square] {
        var group = [start]
        while count(group, quartier) < HomeCell.minimum, group.count < Self.mostSquares {
            let beside = Set(group.flatMap { $0.around(1) }).intersection(open).subtracting(group)
            guard let next = beside.min(by: { ($0.steps(to: start), $0) < ($1.steps(to: start), $1) }) else { break }
            group.append(next)
        }
        return group
    }

    /// Too few homes for a cell of their own belong to the nearest one of their quartier.
    private mutating func join(_ group: [SquareGrid.Square], _ quartier: ID<Neighbourhood>?) {
        let near = group.flatMap { square in
            square.around(Self.reach).compactMap { other in
                known[HomeCell.Part(quartier, other)].map { (steps: square.steps(to: other), cell: $0) }
            }
        }
        guard let cell = near.min(by: { ($0.steps, $0.cell) < ($1.steps, $1.cell) })?.cell else { return }
        assign(group, quartier, to: cell)
    }

    private mutating func add(_ squares: [SquareGrid.Square], _ quartier: ID<Neighbourhood>?) {
        number += 1
        cells.append(
            HomeCell(number: number, neighbourhood: quartier, anchor: grid.middle(of: squares), homes: count(squares, quartier)))
        assign(squares, quartier, to: number)
    }

    private mutating func assign(_ squares: [SquareGrid.Square], _ quartier: ID<Neighbourhood>?, to cell: Int) {
        for square in squares {
            parts[HomeCell.Part(quartier, square)] = cell
            known[HomeCell.Part(quartier, square)] = cell
        }
    }

    private func count(_ squares: [SquareGrid.Square], _ quartier: ID<Neighbourhood>?) -> Int {
        squares.reduce(0) { $0 + homes[HomeCell.Part(quartier, $1), default: 0] }
    }
}

extension SquareGrid.Square {
    /// Those at most so many squares away, itself included.
    fileprivate func around(_ steps: Int) -> [Self] {
        (y - steps...y + steps).flatMap { y in (x - steps...x + steps).map { Self(x: $0, y: y) } }
    }
}
