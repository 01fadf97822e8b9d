import Foundation
import TestSupport
import Testing

/// `entraide simulate`, from the binary itself; it touches no database.
@Suite(.serialized) struct SimulateCommandTests {
    @Test func theTableIsTheSameEachTimeAndNoDatabaseIsMade() throws {
        let binary = try Binary()
        let (one, other) = (
            try binary.run("simulate", "--scenario", "ordinary", "--policy", "ladder", "--days", "2", "--seed", "5"),
            try binary.run("simulate", "--scenario", "ordinary", "--policy", "ladder", "--days", "2", "--seed", "5")
        )
        #expect(one.status == 0 && one.errors.isEmpty, "\(one.errors)")
        #expect(one.output == other.output)
        #expect(one.output.contains("time to yes, median"))
        #expect(!FileManager.default.fileExists(atPath: binary.database))
    }

    @Test func jsonSaysEveryRunAndTheRanges() throws {
        let outcome = try Binary().run("simulate", "--scenario", "grenoble", "--policy", "board", "--days", "3", "--seeds", "2", "--json")
        #expect(outcome.status == 0, "\(outcome.errors)")
        let read = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
        let json = try #require(read)
        #expect(Set(json.keys) == ["scenario", "summary", "days", "seeds", "policies"])
        #expect(json["seeds"] as? [Int] == [1, 2])
        let policies = try #require(json["policies"] as? [[String: Any]])
        #expect(policies.map { $0["policy"] as? String } == ["board"])
        let runs = try #require(policies[0]["runs"] as? [[String: Any]])
        #expect(runs.count == 2)
        for key in ["requests", "counted", "served", "matched", "neverAsked", "giniOfYeses", "wornOut", "asks", "withinTwoDays"] {
            #expect(runs.allSatisfy { $0[key] is NSNumber }, "\(key)")
        }
        let ranges = try #require(policies[0]["ranges"] as? [String: [String: Double]])
        #expect(try #require(ranges["served"]?["low"]) <= #require(ranges["served"]?["high"]))
    }

    @Test func thePlotIsWritten() throws {
        let binary = try Binary()
        let path = binary.folder.path + "/plot.svg"
        #expect(try binary.run("simulate", "--scenario", "ordinary", "--policy", "board", "--days", "1", "--plot", path).status == 0)
        #expect(try String(contentsOfFile: path, encoding: .utf8).hasPrefix("<svg"))
        let refused = try binary.run(
            "simulate", "--scenario", "ordinary", "--policy", "board", "--days", "1", "--plot", binary.folder.path + "/none/plot.svg")
        #expect(refused.status == 1 && refused.lines.count == 1)
    }

    @Test(arguments: [
        ["simulate"], ["simulate", "--scenario", "none"], ["simulate", "--scenario", "crisis", "--policy", "luck"],
        ["simulate", "--scenario", "crisis", "--days", "0"], ["simulate", "--scenario", "crisis", "--seeds", "0"],
        ["simulate", "--scenario", "crisis", "--seed", "-1"], ["simulate", "--scenario", "crisis", "--speed", "9"],
    ]) func wrongArgumentsAreWrongUsage(_ arguments: [String]) throws {
        let outcome = try Binary().run(arguments)
        #expect(outcome.status == 2)
        #expect(outcome.output.isEmpty && !outcome.errors.isEmpty)
    }
}
