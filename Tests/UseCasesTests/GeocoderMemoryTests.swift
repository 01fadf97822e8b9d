import Domain
import TestSupport
import Testing

@testable import UseCases

@Suite struct GeocoderMemoryTests {
    private static let town = Town(id: 1, slug: "clairval", name: "Clairval", insee: "99001", createdAt: TestClock.start)

    private static func question(_ number: Int) throws -> GeocoderQuestion {
        try #require(GeocoderQuestion("\(number) rue des lilas", in: town, .finding))
    }

    @Test func whatWasNotAskedForLongestGoes() throws {
        var memory = GeocoderMemory(capacity: 8)
        for number in 1...8 { memory.keep([], for: try Self.question(number), at: TestClock.start) }
        #expect(memory.answer(to: try Self.question(1), at: TestClock.start) != nil)
        memory.keep([], for: try Self.question(9), at: TestClock.start)
        let kept = try (1...9).filter { memory.answer(to: try Self.question($0), at: TestClock.start) != nil }
        #expect(kept == [1, 4, 5, 6, 7, 8, 9])
    }

    @Test func itNeverGrowsBeyondItsBounds() throws {
        var memory = GeocoderMemory(capacity: 100)
        for number in 1...1_000 {
            memory.keep([], for: try Self.question(number), at: TestClock.start)
            #expect(memory.count <= 100)
        }
        #expect(memory.answer(to: try Self.question(1_000), at: TestClock.start + .minutes(10)) == nil)
    }
}
