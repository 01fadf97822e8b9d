import Geography
import Testing

@Suite struct BrokenGeoJSONTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let kind: GeoJSONProblem.Kind
        var position: Int? = 1
        var name: String? = "Gare"
        let text: String
    }

    private static let square = "[[5,43],[5.1,43],[5.1,43.1],[5,43.1],[5,43]]"

    private static func collection(_ features: String...) -> String {
        "{\"type\":\"FeatureCollection\",\"features\":[\(features.joined(separator: ","))]}"
    }

    private static func feature(_ properties: String = "{\"nom\":\"Gare\"}", _ rings: String = square) -> String {
        "{\"type\":\"Feature\",\"properties\":\(properties),\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[\(rings)]}}"
    }

    private static func whole(_ description: String, _ kind: GeoJSONProblem.Kind, _ text: String) -> Case {
        Case(testDescription: description, kind: kind, position: nil, name: nil, text: text)
    }

    private static func ring(_ description: String, _ kind: GeoJSONProblem.Kind, _ rings: String) -> Case {
        Case(testDescription: description, kind: kind, text: collection(feature("{\"nom\":\"Gare\"}", rings)))
    }

    private static func geometry(_ description: String, _ geometry: String) -> Case {
        let text = collection("{\"type\":\"Feature\",\"properties\":{\"nom\":\"Gare\"},\"geometry\":\(geometry)}")
        return Case(testDescription: description, kind: .unsupportedGeometry, text: text)
    }

    static let texts = [
        whole("empty", .notJSON, ""),
        whole("words", .notJSON, "bonjour"),
        whole("truncated", .notJSON, String(collection(feature()).dropLast(3))),
        whole("nested beyond reason", .notJSON, String(repeating: "[", count: 5_000)),
        whole("an array", .notFeatureCollection, "[1,2]"),
        whole("a number", .notFeatureCollection, "12"),
        whole("a bare geometry", .notFeatureCollection, "{\"type\":\"Polygon\",\"coordinates\":[\(square)]}"),
        whole("no features", .notFeatureCollection, "{\"type\":\"FeatureCollection\"}"),
        whole("TopoJSON", .notFeatureCollection, "{\"type\":\"Topology\",\"objects\":{},\"arcs\":[]}"),
        Case(
            testDescription: "a member that is null", kind: .notFeatureCollection, position: 2, name: nil,
            text: collection(feature(), "null")),
        Case(
            testDescription: "a member that is a geometry", kind: .notFeatureCollection, name: nil,
            text: collection("{\"type\":\"Polygon\",\"coordinates\":[\(square)]}")),
    ]

    static let names = [
        Case(testDescription: "no properties", kind: .missingName, name: nil, text: collection(feature("null"))),
        Case(
            testDescription: "a blank name", kind: .missingName, position: 2, name: nil,
            text: collection(feature(), feature("{\"nom\":\"  \"}"))),
        Case(
            testDescription: "the same name", kind: .duplicateName, position: 2, name: "GARE",
            text: collection(feature(), feature("{\"nom\":\"GARE\"}"))),
        Case(
            testDescription: "a colour that is a style", kind: .badColour,
            text: collection(feature("{\"nom\":\"Gare\",\"couleur\":\"red;x:url(y)\"}"))),
        Case(testDescription: "a colour too short", kind: .badColour, text: collection(feature("{\"nom\":\"Gare\",\"couleur\":\"#ab\"}"))),
    ]

    static let rings = [
        ring("open", .unclosedRing, "[[5,43],[5.1,43],[5.1,43.1],[5,43.1]]"),
        ring("three positions", .tooFewPoints, "[[5,43],[5.1,43],[5,43]]"),
        ring("empty", .tooFewPoints, "[]"),
        ring("no ring", .tooFewPoints, ""),
        ring("two places only", .tooFewPoints, "[[5,43],[5.1,43],[5.1,43],[5,43]]"),
        ring("bow tie", .selfCrossing, "[[5,43],[5.1,43.1],[5.1,43],[5,43.1],[5,43]]"),
        ring("spike", .selfCrossing, "[[5,43],[5.1,43],[5.1,43.1],[5.1,43.2],[5.1,43.1],[5,43.1],[5,43]]"),
        ring("flat", .selfCrossing, "[[5,43],[5.1,43],[5.2,43],[5,43]]"),
        ring("touching itself at a corner", .selfCrossing, "[[5,43],[5.1,43.1],[5.2,43],[5.2,43.2],[5.1,43.1],[5,43.2],[5,43]]"),
        ring("touching itself on an edge", .selfCrossing, "[[5,43],[5.2,43],[5.2,43.2],[5.1,43],[5,43.2],[5,43]]"),
        ring("hole across the border", .selfCrossing, "\(square),[[5.05,43.05],[5.2,43.05],[5.2,43.07],[5.05,43.05]]"),
        ring("hole elsewhere", .holeOutside, "\(square),[[5.2,43],[5.3,43],[5.3,43.1],[5.2,43]]"),
        ring("hole round its outline", .holeOutside, "\(square),[[4,42],[6,42],[6,44],[4,44],[4,42]]"),
        ring("swapped", .notLonLat, "[[43,5],[43.1,5],[43.1,5.1],[43,5]]"),
        ring("Lambert 93", .notLonLat, "[[870000,6270000],[871000,6270000],[871000,6271000],[870000,6270000]]"),
        ring("out of range", .notLonLat, "[[5,43],[5.1,91],[5.1,43.1],[5,43]]"),
        ring("half a position", .notLonLat, "[[5],[5.1,43],[5.1,43.1],[5]]"),
    ]

    static let geometries = [
        geometry("null", "null"), geometry("a point", "{\"type\":\"Point\",\"coordinates\":[5,43]}"),
        geometry("a line", "{\"type\":\"LineString\",\"coordinates\":\(square)}"),
        geometry("a collection", "{\"type\":\"GeometryCollection\",\"geometries\":[]}"),
        geometry("nested too little", "{\"type\":\"Polygon\",\"coordinates\":\(square)}"),
        geometry("nested too deep", "{\"type\":\"Polygon\",\"coordinates\":[[\(square)]]}"),
        geometry("no polygon", "{\"type\":\"MultiPolygon\",\"coordinates\":[]}"),
        geometry("words for numbers", "{\"type\":\"Polygon\",\"coordinates\":[[[\"5\",\"43\"]]]}"),
        geometry("a number out of bounds", "{\"type\":\"Polygon\",\"coordinates\":[[[5,1e999],[5,43]]]}"),
    ]

    @Test(arguments: texts + names + rings + geometries) func isRefusedWithItsPlace(_ broken: Case) throws {
        let problem = #expect(throws: GeoJSONProblem.self) { try FeatureCollection(geoJSON: Array(broken.text.utf8)) }
        #expect(problem?.kind == broken.kind)
        #expect(problem?.position == broken.position)
        #expect(problem?.name == broken.name)
    }

    @Test func aCrossingIsShownOnTheMap() {
        let problem = #expect(throws: GeoJSONProblem.self) {
            try FeatureCollection(
                geoJSON: Array(Self.collection(Self.feature("{\"nom\":\"Gare\"}", "[[5,43],[5.1,43.1],[5.1,43],[5,43.1],[5,43]]")).utf8))
        }
        #expect(problem?.point.map { $0.distance(to: point(5.05, 43.05)) < 10_000 } == true)
    }

    @Test func whatIsTooLargeIsRefusedUnread() {
        let spaces = [UInt8](repeating: 0x20, count: FeatureCollection.maximumBytes + 1)
        #expect(throws: GeoJSONProblem(.tooLarge)) { try FeatureCollection(geoJSON: spaces) }
        let brackets = [UInt8](repeating: UInt8(ascii: "["), count: 2 * FeatureCollection.maximumVertices + 1)
        #expect(throws: GeoJSONProblem(.tooManyVertices)) { try FeatureCollection(geoJSON: brackets) }
        let positions = Array(repeating: "[5,43]", count: FeatureCollection.maximumVertices + 1).joined(separator: ",")
        let many = Self.collection(Self.feature("{\"nom\":\"Gare\"}", "[\(positions)]"))
        #expect(throws: GeoJSONProblem(.tooManyVertices)) { try FeatureCollection(geoJSON: Array(many.utf8)) }
    }

    @Test func aTangleThatWouldTakeForeverIsGivenUp() throws {
        // Long edges fanned one above the other: every pair is open at once, none cross.
        let count = 20_000
        let zigzag = (0..<count).map { step in
            point(step.isMultiple(of: 2) ? 5 : 6, 43 + Double(step) * 1e-5)
        }
        let region = try #require(Region(outline: zigzag + [point(7, 43.3), point(7, 42.9), point(5, 42.9)]))
        #expect(throws: GeoJSONProblem(.tooIntricate)) { try Region(geoJSON: region.writeGeoJSON()) }
    }

    @Test func garbageNeverDoesWorseThanARefusal() {
        var random = SeededGenerator(seed: 3)
        let sound = Array(Self.collection(Self.feature(), Self.feature("{\"nom\":\"B\"}")).utf8)
        for _ in 0..<2_000 {
            var text = sound
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                text[Int.random(in: text.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            do throws(GeoJSONProblem) {
                let read = try FeatureCollection(geoJSON: text)
                #expect(read.features.allSatisfy { !$0.name.isEmpty })
            } catch {
                #expect(GeoJSONProblem.Kind.allCases.contains(error.kind))
            }
        }
    }
}
