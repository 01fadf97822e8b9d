import Testing

@testable import Geography

@Suite("Squares and planes")
struct GridTests {
    private let grid = SquareGrid(origin: Point(longitude: 5.72, latitude: 45.18), side: 400)

    @Test("A square holds its own middle, and its neighbours' middles lie 400 m away")
    func middles() {
        let square = SquareGrid.Square(x: -3, y: 7)
        let middle = grid.middle(of: [square])
        #expect(grid.square(of: middle) == square)
        let next = grid.middle(of: [SquareGrid.Square(x: -2, y: 7)])
        #expect(abs(middle.distance(to: next) - 400) < 1)
        #expect(square.steps(to: SquareGrid.Square(x: -1, y: 8)) == 2)
    }

    @Test("The middle of several squares lies between them, whatever their order")
    func together() {
        let squares = [SquareGrid.Square(x: 0, y: 0), SquareGrid.Square(x: 1, y: 0)]
        let middle = grid.middle(of: squares)
        #expect(abs(middle.distance(to: grid.middle(of: [squares[0]])) - 200) < 1)
        #expect(grid.middle(of: squares.reversed()) == middle)
    }

    /// The four positions are given both ways by communes' own address files.
    @Test(
        "Lambert-93 becomes longitude and latitude to a decimetre",
        arguments: [
            (539_416.13, 6_225_601.11, 1.028392, 43.111637), (1_052_800.8, 6_845_467.7, 7.788841, 48.613092),
            (363_406.065895971, 6_791_854.24255302, -1.52766874865078, 48.1401803364252),
            (156_513.07, 6_834_959.14, -4.35158094561215, 48.3870664568835),
        ])
    func lambert(x: Double, y: Double, longitude: Double, latitude: Double) throws {
        let point = try #require(Lambert93.point(x: x, y: y))
        #expect(point.distance(to: Point(longitude: longitude, latitude: latitude)) < 0.15)
    }

    @Test("Numbers that are no place of France give nothing")
    func nowhere() {
        #expect(Lambert93.point(x: 5.7, y: 45.1) == nil)
        #expect(Lambert93.point(x: .nan, y: .infinity) == nil)
    }
}
