import Domain
import Foundation
#if canImport(FoundationXML)
    import FoundationXML
#endif
import Testing

@testable import Simulation

@Suite struct FiguresTests {
    @Test func giniAndQuantiles() {
        #expect(RunFigures.gini([1, 1, 1, 1]) == 0)
        #expect(RunFigures.gini([0, 0, 0, 8]) == 0.75)
        #expect(RunFigures.gini([0, 0]) == 0)
        #expect(RunFigures.quantile([1, 2, 3, .infinity], 0.5) == 2)
        #expect(RunFigures.quantile([1, 2, 3, .infinity], 0.9) == nil)
        #expect(RunFigures.quantile([], 0.5) == nil)
    }

    @Test func whatWasWithdrawnBeforeAnybodyWasAskedDoesNotCount() {
        var play = Runner.run(.village(), HouseLadder.self, seed: 2)
        let before = RunFigures(play)
        play.errands[0].end = .withdrawn
        play.errands[0].firstAskedAt = nil
        #expect(RunFigures(play).counted == before.counted - 1)
        play.errands[0].firstAskedAt = play.errands[0].createdAt
        #expect(RunFigures(play).counted == before.counted)
        #expect(RunFigures(play).served <= before.served)
    }

    @Test func theTableHasALineForEachFigureAndACellForEachPolicy() {
        let comparison = Comparison(.village(days: 4), [BoardOnly.self, HouseLadder.self], seeds: [1, 2])
        #expect(comparison.table.count == Figure.all.count + 1)
        #expect(comparison.table.allSatisfy { $0.count == 3 })
        #expect(comparison.table[0] == ["", "board", "ladder"])
        #expect(comparison.table.first { $0[0] == "asks per served request" }?[1] == "–")
        #expect(comparison.table[1][2].contains(" to "))
    }

    @Test func numbersArePrintedPlainly() {
        #expect(Figure.rounded(12.345, 1) == "12.3")
        #expect(Figure.rounded(0.05, 2) == "0.05")
        #expect(Figure.rounded(-2.96, 1) == "-3.0")
        #expect(Figure.all.first { $0.key == "medianHours" }?.print(.infinity) == "never")
    }

    @Test func thePictureIsWellFormedAndNamesEachPolicy() throws {
        let comparison = Comparison(.village(days: 4), Policies.all, seeds: [1])
        let parser = XMLParser(data: Data(comparison.plot.utf8))
        #expect(parser.parse())
        for policy in Policies.all { #expect(comparison.plot.contains(">\(policy.name)</text>")) }
    }
}
