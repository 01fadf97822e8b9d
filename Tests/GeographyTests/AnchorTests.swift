import Testing

@testable import Geography

@Suite struct AnchorTests {
    @Test func aHorseshoeIsAnchoredInItsArm() throws {
        let horseshoe = try #require(
            Region(outline: points([(0, 0), (3, 0), (3, 0.5), (0.5, 0.5), (0.5, 2.5), (3, 2.5), (3, 3), (0, 3)])))
        #expect(!horseshoe.contains(horseshoe.centroid))
        #expect(horseshoe.contains(horseshoe.anchor))
        // In the middle of an arm, half a degree wide.
        let anchor = horseshoe.anchor
        let depth = min(anchor.longitude, anchor.latitude, 3 - anchor.latitude)
        #expect(depth > 0.2 && depth < 0.3)
    }

    @Test func aThinBentSliverStillHoldsItsAnchor() throws {
        let thin = 1e-6
        let sliver = try #require(
            Region(outline: points([(5, 43), (5.1, 43), (5.1, 43.1), (5.1 - thin, 43.1), (5.1 - thin, 43 + thin), (5, 43 + thin)])))
        #expect(!sliver.contains(sliver.centroid))
        #expect(sliver.contains(sliver.anchor))
    }

    @Test func aCommuneRoundAnotherIsAnchoredOutsideTheHole() throws {
        let region = Region(try #require(Polygon(outer: rectangle(5, 43, 5.3, 43.3), holes: [rectangle(5.01, 43.01, 5.25, 43.29)])))
        #expect(region.contains(region.anchor))
        #expect(region.anchor.longitude > 5.25)
    }

    @Test func anyStarIsAnchoredInsideItself() throws {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<200 {
            let angles = (0..<12).map { Double($0) }
            let outline = angles.map { angle in
                let radius = Double.random(in: 0.001...0.1, using: &random)
                let turn = angle / 12 * 2 * .pi
                return point(5 + radius * cosine(degrees: turn * 180 / .pi), 43 + radius * sine(degrees: turn * 180 / .pi))
            }
            let star = try #require(Region(outline: outline))
            #expect(star.contains(star.anchor))
        }
    }
}
