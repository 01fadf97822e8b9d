import Database
import Domain
import Geography
import Persistence

/// Gives the homes of a town their cells, after its addresses or its quartiers have come in.
public struct HomeCellDrawing: Sendable {
    let house: House

    public init(_ house: House) { self.house = house }

    /// - Returns: how many cells are new, in the town and, for a métropole, in its communes; how many homes lie there.
    @discardableResult
    public func extend(_ town: Town) async throws -> (cells: Int, homes: Int) {
        var drawn = (cells: 0, homes: 0)
        for facts in house.towns.all where facts.town.id == town.id || facts.town.parent == town.id {
            let (cells, homes) = try await draw(facts)
            drawn = (drawn.cells + cells, drawn.homes + homes)
        }
        return drawn
    }

    private func draw(_ facts: TownFacts) async throws -> (cells: Int, homes: Int) {
        guard let base = facts.addresses else { return (0, 0) }
        let outline = try await house.database.read { try Towns($0).outline(of: facts.town.id) }
        guard let grid = try await grid(facts, outline, base) else { return (0, 0) }
        let census = HomeCensus(facts: facts, outline: outline, grid: grid)
        let homes = try await house.read(base.owner) { scope in
            var homes: [HomeCell.Part: Int] = [:]
            try AddressStreets(scope, generation: base.generation).forEach { census.count($0, into: &homes) }
            return homes
        }
        let now = house.world.now()
        let added = try await house.write(facts.town, listings: true) { scope in
            let cells = HomeCells(scope)
            let last = try cells.all().last?.number ?? 0
            let plan = HomeCellPlan(homes: homes, present: try cells.parts(), last: last, grid: grid)
            try cells.add(plan, now: now)
            if !plan.cells.isEmpty { try TownVersions(scope.sql).raiseSettings(of: facts.town.id) }
            return plan.cells.count
        }
        if added > 0 { try await house.towns.refresh() }
        return (added, homes.values.reduce(0, +))
    }

    /// The town's squares, laid at the middle of what is first known of it.
    private func grid(_ facts: TownFacts, _ outline: Region?, _ base: AddressSource) async throws -> SquareGrid? {
        if let grid = try await house.read(facts.town, { try HomeCells($0).grid() }) { return grid }
        var origin = outline?.boundingBox.centre
        if origin == nil {
            origin = try await house.read(base.owner) { scope in
                var points: [Point] = []
                try AddressStreets(scope, generation: base.generation).forEach { street in
                    guard facts.town.holds(street.key.insee) else { return }
                    if let house = street.houses.first { points.append(house.point) }
                }
                return BoundingBox(around: points)?.centre
            }
        }
        guard let origin else { return nil }
        let grid = SquareGrid(origin: origin, side: HomeCell.side)
        try await house.write(facts.town) { try HomeCells($0).lay(grid) }
        return grid
    }
}

/// Counts the homes of one town in the parts of its grid.
struct HomeCensus: Sendable {
    let facts: TownFacts
    let outline: Region?
    let grid: SquareGrid

    func count(_ street: AddressStreet, into homes: inout [HomeCell.Part: Int]) {
        guard facts.town.holds(street.key.insee) else { return }
        for house in street.houses where isInTown(house.point) {
            homes[facts.part(of: house.point, in: grid), default: 0] += 1
        }
    }

    /// By its code where the town has one, else by its outline.
    private func isInTown(_ point: Point) -> Bool {
        facts.town.insee != nil || outline?.contains(point) ?? true
    }
}

extension Town {
    /// Whether an address of this commune may be the town's: without a code of its own, its outline decides.
    func holds(_ insee: String) -> Bool { self.insee.map { CommuneCode.all(of: $0).contains(insee) } ?? true }
}

extension TownFacts {
    func part(of point: Point, in grid: SquareGrid) -> HomeCell.Part {
        HomeCell.Part(neighbourhood(holding: point)?.id, grid.square(of: point))
    }

    /// The quartier whose outline holds the point: at most one, even on a border.
    public func neighbourhood(holding point: Point) -> Neighbourhood? {
        neighbourhoods.first { $0.region?.contains(point) ?? false }
    }
}
