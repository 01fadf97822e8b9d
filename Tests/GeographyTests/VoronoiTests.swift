import Geography
import Testing

@Suite struct VoronoiTests {
    @Test func aSquareBetweenTwoSitesIsHalved() throws {
        let square = try #require(Region(outline: rectangle(5, 43, 5.1, 43.1)))
        let cells = Voronoi.cells(of: points([(5.025, 43.05), (5.075, 43.05)]), clippedTo: square)
        let areas = try cells.map { try #require($0).area }
        #expect(abs(areas[0] / areas[1] - 1) < 1e-6)
        #expect(abs((areas[0] + areas[1]) / square.area - 1) < 1e-6)
        #expect(cells[0]?.contains(point(5.01, 43.09)) == true && cells[1]?.contains(point(5.01, 43.09)) == false)
    }

    @Test func oneSiteTakesAllAndRepeatsGetNothing() throws {
        let square = try #require(Region(outline: rectangle(5, 43, 5.1, 43.1)))
        #expect(Voronoi.cells(of: [point(5.05, 43.05)], clippedTo: square) == [square])
        #expect(Voronoi.cells(of: [], clippedTo: square).isEmpty)
        let repeated = Voronoi.cells(of: points([(5.05, 43.05), (5.05, 43.05)]), clippedTo: square)
        #expect(repeated == [square, nil])
        let far = Voronoi.cells(of: points([(5.05, 43.05), (9, 43.05)]), clippedTo: square)
        #expect(far == [square, nil])
    }

    @Test func aConcaveOutlineFallsIntoPieces() throws {
        let horseshoe = try #require(
            Region(outline: points([(5, 43), (5.3, 43), (5.3, 43.1), (5.1, 43.1), (5.1, 43.2), (5.3, 43.2), (5.3, 43.3), (5, 43.3)])))
        let cells = Voronoi.cells(of: points([(5.05, 43.15), (5.25, 43.15)]), clippedTo: horseshoe)
        #expect(cells[0]?.polygons.count == 1)
        #expect(cells[1]?.polygons.count == 2)
        try expectPartition(cells, of: horseshoe)
    }

    @Test func aHoleStaysAHoleOrOpens() throws {
        let ring = Region(try #require(Polygon(outer: rectangle(5, 43, 5.4, 43.3), holes: [rectangle(5.05, 43.1, 5.1, 43.2)])))
        let beside = Voronoi.cells(of: points([(5.1, 43.15), (5.3, 43.15)]), clippedTo: ring)
        #expect(beside.map { $0?.polygons.map(\.holes.count) } == [[1], [0]])
        try expectPartition(beside, of: ring)
        let through = Voronoi.cells(of: points([(5.2, 43.05), (5.2, 43.25)]), clippedTo: ring)
        #expect(through.map { $0?.polygons.map(\.holes.count) } == [[0], [0]])
        try expectPartition(through, of: ring)
    }

    @Test(arguments: [1, 2, 3, 4, 5]) func manySitesShareAStar(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let outline = (0..<24).map { step in
            let radius = step.isMultiple(of: 2) ? 0.1 : Double.random(in: 0.03...0.09, using: &random)
            let (x, y) = Self.directions[step]
            return point(5 + radius * x, 43 + radius * y)
        }
        let star = try #require(Region(outline: outline))
        let sites = (0..<12).map { _ in random.point(in: star.boundingBox) }
        try expectPartition(Voronoi.cells(of: sites, clippedTo: star), of: star)
    }

    private static let directions: [(Double, Double)] = {
        // 24 directions, each one the last turned by 15°.
        let (cosine, sine) = (0.965_925_826_289_068_3, 0.258_819_045_102_520_7)
        var directions = [(1.0, 0.0)]
        for _ in 1..<24 {
            let (x, y) = directions[directions.count - 1]
            directions.append((x * cosine - y * sine, x * sine + y * cosine))
        }
        return directions
    }()
}

/// Areas add up (each is measured on its own plane), every place lies in exactly one cell, corners in at most one, and the cells are outlines that we would accept.
func expectPartition(_ cells: [Region?], of region: Region) throws {
    let cells = cells.compactMap { $0 }
    #expect(abs(cells.reduce(0) { $0 + $1.area } / region.area - 1) < 5e-4)
    var random = SeededGenerator(seed: 42)
    for _ in 0..<2_000 {
        let place = random.point(in: region.boundingBox)
        #expect(cells.count { $0.contains(place) } == (region.contains(place) ? 1 : 0), "\(place)")
    }
    for corner in cells.flatMap({ $0.polygons.flatMap { $0.rings.flatMap(\.points) } }) {
        #expect(cells.count { $0.contains(corner) } <= 1, "\(corner)")
    }
    for cell in cells { #expect(try Region(geoJSON: cell.writeGeoJSON()) == cell) }
}
