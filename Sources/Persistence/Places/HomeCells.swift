import Database
import Domain
import Geography

/// The cells of a town's homes. They are added, never changed.
public struct HomeCells {
    private let scope: TownTransaction

    public init(_ scope: TownTransaction) { self.scope = scope }

    public func all() throws -> [HomeCell] {
        var cells: [HomeCell] = []
        try scope.sql.run(
            """
            /* HomeCells.all */ SELECT number, neighbourhood_id, longitude, latitude, homes FROM home_cells
            WHERE town_id = \(scope.town) ORDER BY number
            """
        ) { row in
            cells.append(
                HomeCell(
                    number: try row.next(), neighbourhood: try row.next(),
                    anchor: Point(longitude: try row.next(), latitude: try row.next()), homes: try row.next()))
        }
        return cells
    }

    /// The cell of each part that has one.
    public func parts() throws -> [HomeCell.Part: Int] {
        var parts: [HomeCell.Part: Int] = [:]
        try scope.sql.run("/* HomeCells.parts */ SELECT quartier, x, y, cell FROM home_squares WHERE town_id = \(scope.town)") { row in
            let quartier = ID<Neighbourhood>(bytes: try row.next())
            let square = SquareGrid.Square(x: try row.next(), y: try row.next())
            parts[HomeCell.Part(quartier, square)] = try row.next()
        }
        return parts
    }

    public func cell(of part: HomeCell.Part) throws -> Int? {
        try scope.sql.value(
            """
            /* HomeCells.cell */ SELECT cell FROM home_squares
            WHERE town_id = \(scope.town) AND quartier = \(Self.key(part)) AND x = \(part.square.x) AND y = \(part.square.y)
            """)
    }

    public func grid() throws -> SquareGrid? {
        var grid: SquareGrid?
        try scope.sql.run("/* HomeCells.grid */ SELECT longitude, latitude, side FROM home_grids WHERE town_id = \(scope.town)") { row in
            let origin = Point(longitude: try row.next(), latitude: try row.next())
            grid = SquareGrid(origin: origin, side: try row.next())
        }
        return grid
    }

    /// Lays the town's squares, once and for all.
    public func lay(_ grid: SquareGrid) throws {
        try scope.sql.run(
            """
            /* HomeCells.lay */ INSERT INTO home_grids (town_id, longitude, latitude, side)
            VALUES (\(scope.town), \(grid.origin.longitude), \(grid.origin.latitude), \(grid.side))
            """)
    }

    public func add(_ plan: HomeCellPlan, now: Moment) throws {
        for cell in plan.cells {
            try scope.sql.run(
                """
                /* HomeCells.add */ INSERT INTO home_cells (town_id, number, neighbourhood_id, longitude, latitude, homes, created_at)
                VALUES (\(scope.town), \(cell.number), \(cell.neighbourhood), \(cell.anchor.longitude), \(cell.anchor.latitude),
                  \(cell.homes), \(now))
                """)
        }
        for (part, cell) in plan.parts {
            try scope.sql.run(
                """
                /* HomeCells.add */ INSERT INTO home_squares (town_id, quartier, x, y, cell)
                VALUES (\(scope.town), \(Self.key(part)), \(part.square.x), \(part.square.y), \(cell))
                """)
        }
    }

    private static func key(_ part: HomeCell.Part) -> [UInt8] { part.neighbourhood?.bytes ?? [] }
}
