import Domain
import Foundation
import Testing

@testable import Simulation

/// The same seed makes the same run, and the policies meet the same people.
@Suite struct SameSeedTests {
    @Test(arguments: Policies.all.map { $0.name }) func aRunCanBeRepeated(_ name: String) throws {
        let policy = try #require(Policies.named(name))
        let (one, other) = (Runner.run(.stormy, policy, seed: 7), Runner.run(.stormy, policy, seed: 7))
        #expect(RunFigures(one) == RunFigures(other))
        #expect(one.errands.map(\.asked) == other.errands.map(\.asked))
        #expect(one.errands.map(\.end) == other.errands.map(\.end))
        #expect(RunFigures(one) != RunFigures(Runner.run(.stormy, policy, seed: 8)))
    }

    @Test func everyPolicyMeetsTheSamePeopleAndRequests() {
        let plays = Policies.all.map { Runner.run(.stormy, $0, seed: 3) }
        for play in plays.dropFirst() {
            #expect(play.errands.map(\.createdAt) == plays[0].errands.map(\.createdAt))
            #expect(play.errands.map(\.point) == plays[0].errands.map(\.point))
            #expect(play.volunteers.map(\.home) == plays[0].volunteers.map(\.home))
        }
    }

    @Test func chanceIsOurOwnAndSpreadsEvenly() {
        var dice = Dice(seed: 1, purpose: "test")
        #expect(dice.next() == 9_368_268_266_334_817_468)
        let shares = (0..<20_000).map { _ in dice.share() }
        #expect(abs(shares.reduce(0, +) / 20_000 - 0.5) < 0.01)
        let keenness = (0..<20_000).map { _ in dice.gamma(shape: 0.8) }
        #expect(abs(keenness.reduce(0, +) / 20_000 - 1) < 0.03)
        let waits = (0..<20_000).map { _ in dice.patience(mean: 5) }
        #expect(abs(waits.reduce(0, +) / 20_000 - 5) < 0.1)
    }
}
