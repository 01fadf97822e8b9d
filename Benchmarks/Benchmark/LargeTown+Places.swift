import Domain
import Geography
import Persistence
import UseCases

extension LargeTown {
    /// Ten quartiers of a hundred cells each, five side by side in two rows: twenty kilometres by eight.
    enum Ground {
        static let grid = SquareGrid(origin: Point(longitude: 4.8, latitude: 44), side: HomeCell.side)
        private static let width = 10
        private static let homes = 20

        static func middle(of quartier: Int) -> Point { grid.middle(of: squares(of: quartier)) }

        static func plan(_ quartiers: [Neighbourhood]) -> HomeCellPlan {
            var homes: [HomeCell.Part: Int] = [:]
            for quartier in quartiers {
                for square in squares(of: quartier.position) { homes[HomeCell.Part(quartier.id, square)] = Self.homes }
            }
            return HomeCellPlan(homes: homes, present: [:], last: 0, grid: grid)
        }

        private static func squares(of quartier: Int) -> [SquareGrid.Square] {
            let (row, column) = quartier.quotientAndRemainder(dividingBy: 5)
            return (0..<width * width).map { number in
                SquareGrid.Square(x: column * width + number % width, y: row * width + number / width)
            }
        }
    }

    func addCells(to town: Town) async throws {
        guard let quartiers = house.towns.town(id: town.id)?.neighbourhoods else { throw Refusal.notFound }
        try await house.write(town) { scope in
            try HomeCells(scope).lay(Ground.grid)
            try HomeCells(scope).add(Ground.plan(quartiers), now: now)
            try TownVersions(scope.sql).raiseSettings(of: town.id)
        }
    }
}
