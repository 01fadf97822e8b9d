import Testing

@testable import Geography

@Suite struct OrientationTests {
    @Test func tellsLeftFromRight() {
        #expect(orientation(point(0, 0), point(1, 0), point(0, 1)) == 1)
        #expect(orientation(point(0, 0), point(0, 1), point(1, 0)) == -1)
        #expect(orientation(point(0, 0), point(1, 1), point(2, 2)) == 0)
    }

    @Test func isExactWherePlainArithmeticErrs() {
        // Half an ulp off the diagonal: the plain determinant rounds to the wrong sign or to zero for many of these.
        let ulp = 0.5.ulp
        var plainMistakes = 0
        for row in 0..<32 {
            for column in 0..<32 {
                let near = point(0.5 + Double(column) * ulp, 0.5 + Double(row) * ulp)
                let expected = row == column ? 0 : row > column ? 1 : -1
                #expect(orientation(point(12, 12), point(24, 24), near) == expected)
                let plain = (12 - near.longitude) * (24 - near.latitude) - (12 - near.latitude) * (24 - near.longitude)
                if (plain > 0 ? 1 : plain < 0 ? -1 : 0) != expected { plainMistakes += 1 }
            }
        }
        #expect(plainMistakes > 0)
    }

    @Test func doesNotDependOnWhereThePathStarts() {
        var random = SeededGenerator(seed: 1)
        let box = BoundingBox(west: 5, south: 43, east: 5.000_000_000_001, north: 43.000_000_000_001)
        for _ in 0..<2_000 {
            let (a, b, c) = (random.point(in: box), random.point(in: box), random.point(in: box))
            let turn = orientation(a, b, c)
            #expect(orientation(b, c, a) == turn && orientation(b, a, c) == -turn)
        }
    }
}
