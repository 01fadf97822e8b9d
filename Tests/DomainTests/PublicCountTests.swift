import Domain
import Testing

@Suite struct PublicCountTests {
    @Test func smallCountsAreHidden() {
        #expect(PublicCount.cells([50, 3, 9, 0]) == [50, nil, nil, 0])
        #expect(PublicCount.alone(10) == nil)
        #expect(PublicCount.alone(11) == 11)
    }

    @Test func aHiddenCountCannotBeFoundBySubtraction() {
        #expect(PublicCount.cells([50, 3, 12, 0]) == [50, nil, nil, 0])
        #expect(PublicCount.cells([50, 3]) == [nil, nil])
    }

    /// Whatever the counts: what is hidden adds up to nothing or to at least 11, unless everything is hidden.
    @Test func holdsForAllSmallTables() {
        for a in stride(from: 0, through: 30, by: 3) {
            for b in stride(from: 0, through: 30, by: 2) {
                for c in 0...14 {
                    let counts = [a, b, c]
                    let cells = PublicCount.cells(counts)
                    let hidden = zip(counts, cells).filter { $0.1 == nil }.map(\.0)
                    let isSafe = hidden.isEmpty || hidden.reduce(0, +) >= 11 || cells.allSatisfy { $0 == nil || $0 == 0 }
                    #expect(isSafe, "\(counts) → \(cells)")
                    #expect(cells.allSatisfy { $0 == nil || $0 == 0 || ($0 ?? 0) >= 11 })
                }
            }
        }
    }
}
