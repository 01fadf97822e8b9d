import Domain
import Geography
import Testing

@Suite struct GroundTests {
    private let here: ID<Neighbourhood> = ID(high: 1, low: 1), there: ID<Neighbourhood> = ID(high: 1, low: 2)
    private let west = Point(longitude: 5.00, latitude: 43.58), east = Point(longitude: 5.01, latitude: 43.58)
    private var anchors: [ID<Neighbourhood>: Point] { [here: west, there: east] }
    private var river: Barriers { Barriers([[Point(longitude: 5.005, latitude: 43.5), Point(longitude: 5.005, latitude: 43.6)]]) }

    @Test func quartiersMeasureFromTheirAnchors() throws {
        let ground = Ground(anchors: anchors)
        let metres = try #require(ground.distance(.init(neighbourhood: here), .init(neighbourhood: there)))
        #expect(abs(metres - west.distance(to: east)) < 0.001)
        #expect(ground.distance(.init(neighbourhood: here), .init(neighbourhood: here)) == 0)
        #expect(ground.distance(.init(neighbourhood: here), .init(neighbourhood: nil)) == nil)
    }

    @Test func addressesMeasureFromTheDoorEvenInsideAQuartier() throws {
        let ground = Ground(anchors: anchors)
        let metres = try #require(ground.distance(.init(point: west, neighbourhood: here), .init(point: east, neighbourhood: here)))
        #expect(abs(metres - 806) < 5)
        #expect(ground.distance(.init(point: west, neighbourhood: here), .init(neighbourhood: here)) == 0)
    }

    @Test func aRiverLengthensTheWayAndABridgeDoesNot() throws {
        let ground = Ground(anchors: anchors, barriers: river, wayRound: 800)
        let straight = west.distance(to: east)
        let across = try #require(ground.distance(.init(neighbourhood: here), .init(neighbourhood: there)))
        #expect(abs(across - straight - 800) < 0.001)
        let bridged = Barriers([
            [Point(longitude: 5.005, latitude: 43.5), Point(longitude: 5.005, latitude: 43.579)],
            [Point(longitude: 5.005, latitude: 43.581), Point(longitude: 5.005, latitude: 43.6)],
        ])
        let over = Ground(anchors: anchors, barriers: bridged, wayRound: 800)
        #expect(abs(try #require(over.distance(.init(neighbourhood: here), .init(neighbourhood: there))) - straight) < 0.001)
    }
}
