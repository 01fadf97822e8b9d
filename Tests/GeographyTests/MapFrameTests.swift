import Geography
import Testing

@Suite struct MapFrameTests {
    @Test func proportionsAreThoseOfTheGround() {
        let frame = MapFrame(BoundingBox(west: 0, south: 59.5, east: 2, north: 60.5), width: 500)
        // At 60° a degree of longitude is half a degree of latitude.
        #expect(abs(frame.height - 500) < 1)
        let corner = frame.position(of: point(0, 60.5))
        #expect(corner.x == 0 && corner.y == 0)
        #expect(frame.viewBox == "0 0 500 500")
    }

    @Test func pathsAreShortAndHaveNoExponent() throws {
        let polygon = try #require(Polygon(outer: rectangle(0, 0, 1, 1), holes: [rectangle(0.25, 0.25, 0.75, 0.75)]))
        let frame = MapFrame(polygon.boundingBox, width: 120, margin: 10)
        #expect(Region(polygon).svgPath(in: frame) == "M10 110L110 110L110 10L10 10ZM35 35L85 35L85 85L35 85Z")
        let dust = try #require(Region(outline: rectangle(0, 0, 1e-9, 1e-9)))
        #expect(dust.svgPath(in: frame) == "M10 110Z")
    }

    @Test func theSheetShowsItsMarginsToo() {
        let frame = MapFrame(BoundingBox(west: 5, south: 43, east: 5.1, north: 43.1), width: 360, margin: 20)
        let corners = frame.corners
        let (upperLeft, lowerRight) = (
            frame.position(of: point(corners.west, corners.north)), frame.position(of: point(corners.east, corners.south))
        )
        #expect(abs(upperLeft.x) < 1e-6 && abs(upperLeft.y) < 1e-6)
        #expect(abs(lowerRight.x - frame.width) < 1e-6 && abs(lowerRight.y - frame.height) < 1e-6)
        #expect(corners.contains(frame.box))
    }

    @Test func aBoxOfNoExtentIsStillAFrame() {
        let frame = MapFrame(BoundingBox(west: 5, south: 43, east: 5, north: 43), width: 100)
        #expect(frame.height == 100)
        #expect(frame.position(of: point(5, 43)).x == 0)
    }
}
