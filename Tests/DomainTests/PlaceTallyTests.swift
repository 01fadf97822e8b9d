import Domain
import Geography
import Testing

@Suite struct PlaceTallyTests {
    private static func id<T>(_ number: UInt64) -> ID<T> { ID(high: 1, low: number) }

    private let kinds = [1, 2].map {
        Domain.Category(id: id($0), key: "k\($0)", labels: [:], guidance: [:], icon: "heart", mode: .either, tier: .remote, position: 0)
    }
    private let north = Neighbourhood(id: id(11), slug: "nord", name: "Nord", anchor: Point(longitude: 5, latitude: 43.60))
    private let south = Neighbourhood(id: id(12), slug: "sud", name: "Sud", anchor: Point(longitude: 5, latitude: 43.50))
    private let calm = Neighbourhood(id: id(13), slug: "calme", name: "Calme", anchor: Point(longitude: 5.1, latitude: 43.50))

    private func tally(_ counts: [PlaceCount], cells: [HomeCell] = [], middle: Point? = nil) -> PlaceTally {
        PlaceTally(
            counts, categories: kinds, neighbourhoods: [north, south, calm],
            cells: Dictionary(uniqueKeysWithValues: cells.map { ($0.number, $0) }), middle: middle)
    }

    private func count(_ kind: Int, _ place: Neighbourhood?, cell: Int? = nil, _ count: Int) -> PlaceCount {
        PlaceCount(category: kinds[kind].id, neighbourhood: place?.id, cell: cell, count: count)
    }

    @Test func whatTheMapShowsIsWhatTheListCounts() {
        let cell = HomeCell(number: 7, neighbourhood: north.id, anchor: Point(longitude: 5, latitude: 43.6054), homes: 11)
        let tally = tally([count(1, north, 2), count(0, north, cell: 7, 3), count(0, south, 1), count(0, nil, 4)], cells: [cell])
        #expect(tally.count == 10)
        #expect(tally.rows.map(\.neighbourhood) == [north.id, south.id, nil])
        #expect(tally.rows[0].kinds.map(\.count) == [3, 2])
        #expect(tally.rows[0].marks.map(\.count) == [2, 3])
        #expect(tally.rows[0].marks.map(\.anchor) == [north.anchor, cell.anchor])
        #expect(tally.rows[0].marks[1].whereabouts?.direction == .north)
        #expect(tally.rows[0].marks[1].whereabouts?.metres == 600)
        for row in tally.rows where !row.marks.isEmpty { #expect(row.marks.reduce(0) { $0 + $1.count } == row.count) }
    }

    @Test func whatIsSomewhereInTheTownIsOnNoMap() {
        #expect(tally([count(0, nil, 4)], middle: Point(longitude: 5, latitude: 43.55)).rows.map(\.marks) == [[]])
    }

    /// A cell that the town does not know yet, as another process drew it, is no place.
    @Test func anUnknownCellIsTheMiddleOfItsQuartier() {
        let marks = tally([count(0, south, cell: 99, 2), count(1, south, 1)]).rows[0].marks
        #expect(marks.map(\.anchor) == [south.anchor] && marks.map(\.count) == [3] && marks[0].whereabouts == nil)
    }

    @Test(arguments: [
        (0.0, 0.01, Whereabouts.Direction.north), (0.01, 0.0, .east), (0, -0.01, .south), (-0.01, 0, .west), (0.0138, 0.01, .northEast),
        (-0.0138, -0.01, .southWest), (0.0138, -0.01, .southEast), (-0.0138, 0.01, .northWest),
    ])
    func directionsAreThoseOfACompass(_ east: Double, _ north: Double, _ direction: Whereabouts.Direction) throws {
        let middle = Point(longitude: 5, latitude: 43.5)
        let place = Point(longitude: 5 + east, latitude: 43.5 + north)
        #expect(try #require(Whereabouts(of: place, from: middle)).direction == direction)
        #expect(Whereabouts(of: Point(longitude: 5.0002, latitude: 43.5), from: middle) == nil)
    }
}
