import Domain
import TestSupport
import Testing

@testable import UseCases

/// The model finds what is planted: a check that cannot fail is none.
@Suite struct LadderModelFaultTests {
    struct Planted: Sendable, CustomTestStringConvertible {
        var rule: String
        var plant: Faults.Plant
        var testDescription: String { rule }

        init(_ rule: String, _ plant: @escaping Faults.Plant) { (self.rule, self.plant) = (rule, plant) }

        /// What happens after each statement of this name.
        init(_ rule: String, after statement: String, _ text: String) {
            self.init(rule) { $0.hasPrefix(statement) ? .followed(by: text) : .asItIs }
        }

        /// A statement of this name does nothing.
        init(_ rule: String, without statement: String) { self.init(rule) { $0.hasPrefix(statement) ? .left : .asItIs } }
    }

    private static let save = "/* HelpRequests.save */"

    static let planted = [
        Planted(
            "no step ahead", after: "/* Jobs.enqueue */",
            """
            DELETE FROM jobs WHERE kind = 'ladder.step'
              AND EXISTS (SELECT 1 FROM help_requests WHERE status = 'open' AND rung = 'referent')
            """),
        Planted("two steps ahead") { statement in
            if statement.hasPrefix("/* Jobs.cancel */") { return .left }
            return statement.hasPrefix("/* Jobs.enqueue */") ? .replaced(by: statement.replacing("$6", with: "NULL")) : .asItIs
        },
        Planted(
            "a staffed rung is skipped, or an empty one used", after: save,
            "UPDATE help_requests SET rung = 'duty' WHERE rung = 'association'"),
        Planted("the way behind is rewritten", after: save, "UPDATE help_requests SET climbed = 'helpers' WHERE rung = 'referent'"),
        Planted(
            "the promise moved", after: save, "UPDATE help_requests SET promised_by = promised_by + 3600000 WHERE rung = 'wider'"),
        Planted("asked by night", after: "/* Asks.insert */", "UPDATE asks SET sent_at = sent_at + 50400000"),
        Planted("not one mail for each ask", without: "/* OutboundMails.insert */"),
        Planted("a match too many or too few", without: "/* Matches.insert */"),
        Planted("no clock", after: save, "UPDATE help_requests SET rung_due = NULL WHERE rung = 'wider'"),
        Planted("it does not arrive", without: save),
    ]

    private let plan = LadderPlan(name: "faults", helpers: [1, 1], organisations: [.association], replies: [.yes], depth: 3)

    @Test(arguments: planted) func aPlantedFaultIsFound(_ planted: Planted) async throws {
        let search = try await LadderSearch(plan)
        search.town.database.plant(planted.plant)
        #expect(try await search.run().broken?.rule == planted.rule)
    }

    @Test func anAskThatIgnoresTheBudgetIsFound() async throws {
        let plan = LadderPlan(name: "budget", helpers: [1], requests: 2, depth: 2)
        let search = try await LadderSearch(plan)
        search.town.database.plant { statement in
            guard statement.contains("/* HelperPool.candidates */") else { return .asItIs }
            return .replaced(by: statement.replacing(/asks\.sent_at > \$[0-9]+/, with: "asks.sent_at > 9000000000000000000"))
        }
        #expect(try await search.run().broken?.rule == "a budget is passed")
    }

    /// The schema refuses the second ask, so that the step fails until the rung's time is up.
    @Test func whoForgetsWhomItAskedIsFound() async throws {
        let plan = LadderPlan(name: "twice", helpers: [2], depth: 2)
        let search = try await LadderSearch(plan)
        search.town.database.plant { statement in
            guard statement.contains("/* HelperPool.candidates */") else { return .asItIs }
            let forgets = statement.replacing(/SELECT helper_id FROM asks WHERE/, with: "SELECT helper_id FROM asks WHERE 0 AND")
            return .replaced(by: forgets)
        }
        #expect(try await search.run().broken?.rule == "a step fails")
    }

    @Test func aDeathThatLeavesHalfAWriteIsFound() async throws {
        let search = try await LadderSearch(plan)
        search.town.tears = true
        #expect(try await search.run().broken?.rule == "a dead worker changed something")
    }
}
