import Geography
import Testing

@Suite struct GeoJSONTests {
    private let ring = "[[5.0,43.0],[5.1,43.0],[5.1,43.1],[5.0,43.1],[5.0,43.0]]"

    private func read(_ text: String) throws -> FeatureCollection { try FeatureCollection(geoJSON: Array(text.utf8)) }

    @Test func readsEveryProperty() throws {
        let quartiers = try read(
            """
            \u{FEFF}{"type": "FeatureCollection", "name": "quartiers", "features": [
              {"type": "Feature", "properties": {"nom": " Les  Molières ", "code": 12, "couleur": "#A0c", "telephone": "04 90 00 00 00",
               "fictif": true, "autre": {"x": [1, null]}}, "geometry": {"type": "Polygon", "coordinates": [\(ring)]}},
              {"type": "Feature", "id": 4, "properties": {"name": "Gare"},
               "geometry": {"type": "MultiPolygon", "coordinates": [[\(ring)], [[[6,43,120.5],[6.1,43,0],[6.1,43.1,0],[6,43,120.5]]]]}}
            ]}
            """)
        let first = quartiers.features[0]
        #expect([first.name, first.code, first.colour, first.telephone] == ["Les Molières", "12", "#aa00cc", "04 90 00 00 00"])
        #expect(first.isFictional && !quartiers.features[1].isFictional)
        #expect(quartiers.features[1].region.polygons.count == 2)
        #expect(quartiers.features[1].region.contains(point(6.09, 43.05)))
    }

    @Test func readsALoneFeatureAndAnEmptyCollection() throws {
        let lone = "{\"type\":\"Feature\",\"properties\":{\"nom\":\"A\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[\(ring)]}}"
        #expect(try read(lone).features.map(\.name) == ["A"])
        #expect(try read("{\"type\":\"FeatureCollection\",\"features\":[]}").features.isEmpty)
    }

    @Test func clockwiseOutlinesAreRewound() throws {
        let clockwise = "[[5.0,43.0],[5.0,43.1],[5.1,43.1],[5.1,43.0],[5.0,43.0]]"
        func region(_ ring: String) throws -> Region { try Region(geoJSON: Array("{\"type\":\"Polygon\",\"coordinates\":[\(ring)]}".utf8)) }
        let (turned, straight) = (try region(clockwise), try region(ring))
        #expect(abs(turned.area - straight.area) < 1 && turned.area > 0)
        #expect(Set(turned.polygons[0].outer.points) == Set(straight.polygons[0].outer.points))
    }

    @Test func writtenTextReadsBackTheSame() throws {
        let holed = Region(try #require(Polygon(outer: rectangle(5, 43, 5.3, 43.3), holes: [rectangle(5.1, 43.1, 5.2, 43.2)])))
        let parts = try [rectangle(-61.1, 14.6, -61, 14.7), rectangle(-60.95, 14.6, -60.9, 14.712_345_678_9)].map {
            try #require(Polygon(outer: $0))
        }
        let written = FeatureCollection([
            Feature(name: "L'\"Île\" \\ \u{1}x", code: "01", colour: "#00ff7f", telephone: "0400000000", isFictional: true, region: holed),
            Feature(name: "Fort-de-France", region: try #require(Region(parts))),
        ])
        let read = try FeatureCollection(geoJSON: written.writeGeoJSON())
        #expect(read == written)
        #expect(try Region(geoJSON: holed.writeGeoJSON()) == holed)
    }

    @Test func aCollectionAtTheVertexLimitIsReadInTime() throws {
        // One spiky ring of nearly 200,000 vertices, the hardest case for the crossing check.
        let count = FeatureCollection.maximumVertices - 2
        let top = (0..<count).map { step in
            point(5 + Double(step) * 1e-6, 43.2 + (step.isMultiple(of: 2) ? 0 : 1e-5))
        }
        let region = try #require(Region(outline: [point(5, 43), point(5.3, 43)] + top.reversed().dropLast()))
        let start = ContinuousClock.now
        #expect(try Region(geoJSON: region.writeGeoJSON()).polygons[0].outer.points.count > 199_000)
        #expect(ContinuousClock.now - start < .seconds(60))
    }
}
