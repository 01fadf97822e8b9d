import Domain
import TestSupport
import Testing

@testable import UseCases

@Suite struct GeocoderGateTests {
    /// How many of so many tries, a millisecond apart and over at once, are let in.
    private static func count(_ aim: GeocoderQuestion.Aim, of tries: Int, _ gate: inout GeocoderGate, _ now: inout Moment) -> Int {
        (0..<tries).filter { _ in
            now = now + .milliseconds(1)
            guard gate.open(for: aim, at: now) else { return false }
            gate.close()
            return true
        }.count
    }

    @Test func noSecondHasMoreThanFifty() {
        var (gate, now) = (GeocoderGate(), TestClock.start)
        #expect((45...50).contains(Self.count(.finding, of: 1_000, &gate, &now)))
        #expect((39...41).contains(Self.count(.finding, of: 1_000, &gate, &now)))
    }

    @Test func typingLeavesEightASecondToForms() {
        var (gate, now) = (GeocoderGate(), TestClock.start)
        _ = Self.count(.completing, of: 2_000, &gate, &now)
        var (typed, sent) = (0, 0)
        for _ in 0..<500 {
            typed += Self.count(.completing, of: 1, &gate, &now)
            sent += Self.count(.finding, of: 1, &gate, &now)
        }
        #expect(typed <= 33 && sent >= 8 && typed + sent <= 50)
    }

    @Test func noMoreThanFourAreUnderWay() {
        var gate = GeocoderGate()
        let now = TestClock.start
        #expect((0..<6).map { _ in gate.open(for: .finding, at: now) } == [true, true, true, true, false, false])
        gate.close()
        #expect(gate.open(for: .finding, at: now) == true)
    }

    @Test func aLongerRestIsNotCutShort() {
        var gate = GeocoderGate()
        let now = TestClock.start
        for _ in 1...3 { _ = gate.open(for: .finding, at: now) }
        for wait in [30, 5, nil] { gate.close(failedAt: now, wait: wait.map { .seconds($0) }) }
        #expect(gate.open(for: .finding, at: now + .seconds(29)) == false)
        #expect(gate.open(for: .finding, at: now + .seconds(30)) == true)
    }

    @Test func eachFailureDoublesTheRestUntilAnAnswer() {
        var (gate, now) = (GeocoderGate(), TestClock.start)
        for rest in [5, 10, 20, 40, 80, 160, 300, 300, 300] {
            #expect(gate.open(for: .finding, at: now) == true)
            gate.close(failedAt: now)
            #expect(gate.open(for: .finding, at: now + .seconds(rest) - .milliseconds(1)) == false, "\(rest)")
            now = now + .seconds(rest)
        }
        #expect(gate.open(for: .finding, at: now) == true)
        gate.close()
        #expect(gate.open(for: .finding, at: now) == true)
        gate.close(failedAt: now)
        #expect(gate.open(for: .finding, at: now + .seconds(5)) == true)
    }

    /// A clock that is set back neither locks the gate nor opens it wide.
    @Test func aClockSetBack() {
        var (gate, now) = (GeocoderGate(), TestClock.start)
        _ = Self.count(.finding, of: 100, &gate, &now)
        now = TestClock.start - .hours(1)
        #expect((35...50).contains(Self.count(.finding, of: 1_000, &gate, &now)))
    }
}
