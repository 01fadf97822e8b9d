import Geography
import Testing

@Suite struct OverlapTests {
    @Test func neighboursThatTouchDoNotOverlap() throws {
        let west = try #require(Region(outline: rectangle(5, 43, 5.1, 43.1)))
        let east = try #require(Region(outline: rectangle(5.1, 43, 5.2, 43.1)))
        let north = try #require(Region(outline: rectangle(5, 43.1, 5.1, 43.2)))
        #expect(west.overlap(with: east) == 0)
        #expect(west.overlap(with: north) == 0)
        #expect(west.overlap(with: try #require(Region(outline: rectangle(6, 44, 6.1, 44.1)))) == 0)
    }

    @Test func theShareIsThatOfTheSmaller() throws {
        let large = try #require(Region(outline: rectangle(5, 43, 5.4, 43.4)))
        let small = try #require(Region(outline: rectangle(5.3, 43.35, 5.5, 43.45)))
        #expect(abs(large.overlap(with: small) - 0.25) < 0.002)
        #expect(abs(small.overlap(with: large) - 0.25) < 0.002)
        #expect(abs(small.share(within: large) - 0.25) < 0.002)
        #expect(large.share(within: small) < 0.04)
    }

    @Test func concaveShapesAndHolesCountAsTheyAre() throws {
        let horseshoe = try #require(
            Region(outline: points([(0, 0), (3, 0), (3, 1), (1, 1), (1, 2), (3, 2), (3, 3), (0, 3)])))
        let inTheGap = try #require(Region(outline: rectangle(1, 1, 3, 2)))
        let across = try #require(Region(outline: rectangle(2, 0, 3, 3)))
        #expect(horseshoe.overlap(with: inTheGap) == 0)
        #expect(abs(horseshoe.overlap(with: across) - 2 / 3.0) < 0.003)
        let ring = Region(try #require(Polygon(outer: rectangle(0, 0, 3, 3), holes: [rectangle(1, 1, 2, 2)])))
        #expect(ring.overlap(with: try #require(Region(outline: rectangle(1, 1, 2, 2)))) == 0)
    }

    @Test func quartiersOverOnePercentAreNamed() throws {
        let quartiers = try [
            ("Centre", rectangle(5, 43, 5.1, 43.1)), ("Gare", rectangle(5.099_5, 43, 5.2, 43.1)),
            ("Molières", rectangle(5.19, 43, 5.3, 43.1)),
        ].map { Feature(name: $0, region: try #require(Region(outline: $1))) }
        let overlaps = FeatureCollection(quartiers).overlaps()
        #expect(overlaps.map { [$0.first, $0.second] } == [["Gare", "Molières"]])
        #expect(abs((overlaps.first?.share ?? 0) - 0.0995) < 0.001)
        let commune = try #require(Region(outline: rectangle(5, 43, 5.25, 43.1)))
        let strays = FeatureCollection(quartiers).strays(outside: commune)
        #expect(strays.map(\.name) == ["Molières"])
        #expect(abs((strays.first?.share ?? 0) - 0.4545) < 0.001)
    }
}
