import Foundation
import Geography
import Testing

@Suite struct PointTests {
    @Test func oneDegreeOfAMeridianIsThatOfTheMeanSphere() {
        #expect(abs(point(5, 43).distance(to: point(5, 44)) - 111_195.08) < 0.01)
    }

    @Test func citiesAreAsFarApartAsOnAMap() {
        let (paris, lyon) = (point(2.3522, 48.8566), point(4.8357, 45.7640))
        #expect(abs(paris.distance(to: lyon) - 391_500) < 1_000)
        #expect(paris.distance(to: lyon) == lyon.distance(to: paris))
    }

    @Test func distanceHoldsAtTheExtremes() {
        #expect(point(5, 43).distance(to: point(5, 43)) == 0)
        #expect(abs(point(0, 0).distance(to: point(180, 0)) - Earth.meanRadius * .pi) < 1)
        #expect(point(179.999, 0).distance(to: point(-179.999, 0)) < 300)
        let near = point(5, 43).distance(to: point(5.000_001, 43))
        #expect(near > 0.08 && near < 0.082)
    }

    @Test(arguments: [(0.0, 0.0, true), (180, -90, true), (180.1, 0, false), (0, 90.1, false), (.nan, 0, false), (0, .infinity, false)])
    func knowsWhatIsOnEarth(longitude: Double, latitude: Double, expected: Bool) {
        #expect(point(longitude, latitude).isOnEarth == expected)
    }

    @Test func survivesCoding() throws {
        let place = point(4.997, 43.582)
        #expect(try JSONDecoder().decode(Point.self, from: JSONEncoder().encode(place)) == place)
    }
}

@Suite struct BoundingBoxTests {
    @Test func surroundsItsPoints() throws {
        let box = try #require(BoundingBox(around: points([(1, 5), (3, 2), (2, 4)])))
        #expect(box == BoundingBox(west: 1, south: 2, east: 3, north: 5))
        #expect(box.contains(point(1, 5)) && !box.contains(point(0.999, 5)))
        #expect(box.centre == point(2, 3.5))
        #expect(BoundingBox(around: []) == nil)
    }

    @Test func combines() {
        let (a, b) = (BoundingBox(west: 0, south: 0, east: 2, north: 2), BoundingBox(west: 1, south: 1, east: 3, north: 4))
        #expect(a.union(b) == BoundingBox(west: 0, south: 0, east: 3, north: 4))
        #expect(a.intersection(b) == BoundingBox(west: 1, south: 1, east: 2, north: 2))
        #expect(a.intersection(BoundingBox(west: 5, south: 5, east: 6, north: 6)) == nil)
        #expect(a.union(b).contains(b) && !a.contains(b))
    }
}
