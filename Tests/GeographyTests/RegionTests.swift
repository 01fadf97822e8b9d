import Testing

@testable import Geography

@Suite struct RegionTests {
    @Test func ringsNeedThreePlacesOnEarth() {
        #expect(Ring(points([(0, 0), (1, 1), (1, 1), (0, 0)])) == nil)
        #expect(Ring(points([(0, 0), (1, 1), (.nan, 0)])) == nil)
        #expect(Ring(points([(0, 0), (1, 0), (1, 0), (1, 1), (0, 0)]))?.points == points([(0, 0), (1, 0), (1, 1)]))
        #expect(Region([]) == nil)
        #expect(Region(outline: points([(0, 0), (1, 1)])) == nil)
    }

    @Test func aBorderBelongsToOneOfFourNeighbours() throws {
        let four = try [(0.0, 0.0), (1, 0), (0, 1), (1, 1)].map { west, south in
            try #require(Region(outline: rectangle(west, south, west + 1, south + 1)))
        }
        for place in points([(1, 1), (1, 0.5), (0.5, 1), (1.5, 1), (1, 1.5), (0.3, 0.7), (1, 0.1)]) {
            #expect(four.count { $0.contains(place) } == 1, "\(place)")
        }
        for corner in points([(0, 0), (2, 0), (0, 2), (2, 2), (0, 1), (1, 2)]) {
            #expect(four.count { $0.contains(corner) } <= 1, "\(corner)")
        }
    }

    @Test func aSlantedBorderIsShared() throws {
        let (a, b) = (point(5.043_68, 43.592_27), point(5.049_31, 43.610_64))
        let west = try #require(Region(outline: [a, b, point(5.0, 43.6)]))
        let east = try #require(Region(outline: [b, a, point(5.1, 43.6)]))
        for step in 1..<1_000 {
            let share = Double(step) / 1_000
            let place = point(
                a.longitude + (b.longitude - a.longitude) * share, a.latitude + (b.latitude - a.latitude) * share)
            #expect(west.contains(place) != east.contains(place))
        }
    }

    @Test func aHoleIsOutsideAndItsFillerFitsIt() throws {
        let inner = rectangle(1, 1, 2, 2)
        let ring = Region(try #require(Polygon(outer: rectangle(0, 0, 3, 3), holes: [inner])))
        let filler = try #require(Region(outline: inner))
        #expect(ring.contains(point(0.5, 0.5)) && !ring.contains(point(1.5, 1.5)))
        for place in points([(1, 1), (2, 2), (1, 2), (2, 1), (1, 1.5), (2, 1.5), (1.5, 1), (1.5, 2)]) {
            #expect(ring.contains(place) != filler.contains(place), "\(place)")
        }
        #expect(abs(ring.area / filler.area - 8) < 0.01)
    }

    @Test func ringsAreRewound() throws {
        let polygon = try #require(Polygon(outer: rectangle(0, 0, 3, 3).reversed(), holes: [rectangle(1, 1, 2, 2)]))
        let plane = LocalPlane(at: point(0, 0))
        #expect(polygon.outer.doubleArea(in: plane) > 0)
        #expect(polygon.holes[0].doubleArea(in: plane) < 0)
    }

    @Test func severalPolygonsAreOneRegion() throws {
        let parts = try [rectangle(0, 0, 1, 1), rectangle(4, 0, 5, 1)].map { try #require(Polygon(outer: $0)) }
        let region = try #require(Region(parts))
        #expect(region.contains(point(0.5, 0.5)) && region.contains(point(4.5, 0.5)) && !region.contains(point(2.5, 0.5)))
        #expect(region.boundingBox == BoundingBox(west: 0, south: 0, east: 5, north: 1))
        #expect(abs(region.centroid.longitude - 2.5) < 1e-9)
        #expect(region.contains(region.anchor))
        #expect(region.spans(at: 0.5) == [Span(west: 0, east: 1), Span(west: 4, east: 5)])
    }

    @Test func areaAndCentroidOfARectangle() throws {
        let region = try #require(Region(outline: rectangle(5, 43, 5.1, 43.1)))
        let width = point(5, 43.05).distance(to: point(5.1, 43.05))
        let height = point(5, 43).distance(to: point(5, 43.1))
        #expect(abs(region.area / (width * height) - 1) < 1e-6)
        #expect(region.centroid.distance(to: point(5.05, 43.05)) < 0.01)
        #expect(region.anchor == region.centroid)
    }
}
