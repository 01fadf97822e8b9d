import Geography
import Testing

@Suite(.enabled(if: RealOutlines.exist, "outlines of real communes are not here")) struct RealOutlinesTests {
    @Test(arguments: RealOutlines.files) func areReadAndWrittenBack(file: String) throws {
        let collection = try RealOutlines.read(file)
        #expect(!collection.features.isEmpty)
        #expect(try FeatureCollection(geoJSON: collection.writeGeoJSON()) == collection)
        for feature in collection.features {
            #expect(feature.code?.count == 5)
            #expect(feature.region.contains(feature.region.anchor), "\(feature.name)")
        }
    }

    /// km², INSEE; the outlines are simplified.
    @Test(arguments: [("commune-38185-grenoble", 18.13), ("commune-45234-orleans", 27.48), ("commune-13063-miramas", 25.74)])
    func haveTheirArea(file: String, squareKilometres: Double) throws {
        let area = try RealOutlines.read(file).features[0].region.area / 1e6
        #expect(abs(area / squareKilometres - 1) < 0.04)
    }

    @Test(arguments: ["grenoble-alpes-metropole-49-communes", "orleans-metropole-22-communes", "trois-collines-13063-13044-13029"])
    func aBorderBelongsToAtMostOneCommune(file: String) throws {
        let regions = try RealOutlines.read(file).features.map(\.region)
        var shared: [Point: Int] = [:]
        for region in regions {
            for ring in region.polygons.flatMap(\.rings) {
                for (a, b) in zip(ring.points, ring.points.dropFirst()) {
                    shared[a, default: 0] += 1
                    shared[point((a.longitude + b.longitude) / 2, (a.latitude + b.latitude) / 2), default: 0] += 1
                }
            }
        }
        for place in shared.keys {
            #expect(regions.count { $0.contains(place) } <= 1, "\(place)")
        }
        // A corner of three communes or more is inside the métropole: exactly one holds it.
        for (place, count) in shared where count >= 3 {
            #expect(regions.count { $0.contains(place) } == 1, "\(place)")
        }
    }

    @Test func aPlaceOfTheMetropoleLiesInExactlyOneCommune() throws {
        let regions = try RealOutlines.read("grenoble-alpes-metropole-49-communes").features.map(\.region)
        let box = regions.dropFirst().reduce(regions[0].boundingBox) { $0.union($1.boundingBox) }
        var random = SeededGenerator(seed: 38)
        var hits = 0
        let tries = 20_000
        for _ in 0..<tries {
            let place = random.point(in: box)
            let count = regions.count { $0.contains(place) }
            #expect(count <= 1)
            hits += count
        }
        // No gaps: the share of hits is that of the areas added up.
        let whole = try #require(
            Region(outline: rectangle(box.west, box.south, box.east, box.north)))
        let expected = regions.reduce(0) { $0 + $1.area } / whole.area
        #expect(abs(Double(hits) / Double(tries) - expected) < 0.01)
    }

    @Test(arguments: ["grenoble-alpes-metropole-49-communes", "orleans-metropole-22-communes"])
    func communesDoNotOverlap(file: String) throws {
        let collection = try RealOutlines.read(file)
        #expect(collection.overlaps(above: 0.000_1).isEmpty)
        #expect(collection.features.allSatisfy { $0.region.overlap(with: $0.region) > 0.999 })
    }

    @Test(arguments: RealOutlines.files) func fallIntoFictionalQuartiers(file: String) throws {
        let commune = try RealOutlines.read(file).features[0].region
        var random = SeededGenerator(seed: 13)
        let sites = (0..<9).map { _ in random.point(in: commune.boundingBox) }
        let cells = Voronoi.cells(of: sites, clippedTo: commune)
        try expectPartition(cells, of: commune)
        let quartiers = FeatureCollection(
            cells.compactMap { $0 }.enumerated().map { Feature(name: "Quartier \($0)", isFictional: true, region: $1) })
        #expect(quartiers.overlaps(above: 0.001).isEmpty)
        #expect(quartiers.strays(outside: commune, above: 0.001).isEmpty)
        #expect(try FeatureCollection(geoJSON: quartiers.writeGeoJSON()) == quartiers)
    }
}
