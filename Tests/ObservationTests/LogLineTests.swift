import Foundation
import Logging
import Observation
import Synchronization
import Testing

/// Keeps the lines a logger writes.
private final class Notebook: Sendable {
    private let lines = Mutex<[String]>([])

    var text: String { lines.withLock { $0.joined() } }

    func logger(_ format: LogLine.Format = .json, level: Logger.Level = .info, at milliseconds: Int64 = 1_795_225_570_123) -> Logger {
        let output = LogOutput { line in self.lines.withLock { $0.append(line) } }
        return Logger(label: "entraide.web") { label in
            LogLine(label: label, level: level, format: format, output: output, now: { milliseconds })
        }
    }
}

@Suite struct LogLineTests {
    private struct Refusal: Error {}

    private let notebook = Notebook()

    private func members() throws -> [String: Any] {
        #expect(notebook.text.last == "\n" && notebook.text.count { $0 == "\n" } == 1)
        return try #require(try JSONSerialization.jsonObject(with: Data(notebook.text.utf8)) as? [String: Any])
    }

    @Test func oneObjectPerLine() {
        notebook.logger().info(
            "request served", metadata: ["status": .stringConvertible(200), "path": "/demandes", "list": ["a", .stringConvertible(true)]])
        #expect(
            notebook.text == """
                {"time":"2026-11-21T01:46:10.123Z","level":"info","label":"entraide.web","message":"request served",\
                "metadata":{"list":["a",true],"path":"/demandes","status":200}}

                """)
    }

    @Test func textIsForPeople() {
        notebook.logger(.text).warning(
            "slow \"query\"", metadata: ["ms": .stringConvertible(12.5), "plan": "SCAN t", "where": ["b": "2", "a": "1"]])
        #expect(
            notebook.text == """
                2026-11-21T01:46:10.123Z warning  entraide.web "slow \\"query\\"" ms=12.5 plan="SCAN t" where="{\\"a\\":\\"1\\",\\"b\\":\\"2\\"}"

                """)
    }

    @Test(arguments: [
        (0, "1970-01-01T00:00:00.000Z"), (951_782_400_007, "2000-02-29T00:00:00.007Z"), (1_767_225_599_999, "2025-12-31T23:59:59.999Z"),
        (4_107_542_399_000, "2100-02-28T23:59:59.000Z"),
    ]) func timeIsUTCInMilliseconds(milliseconds: Int64, expected: String) {
        notebook.logger(at: milliseconds).info("x")
        #expect(notebook.text.contains(expected))
    }

    @Test func theLevelIsTheSetting() {
        let logger = notebook.logger(level: .warning)
        logger.info("hidden")
        #expect(notebook.text.isEmpty)
        logger.error("shown")
        #expect(notebook.text.contains("\"level\":\"error\""))
    }

    @Test(
        arguments: LogLine.Format.allCases,
        ["\n", "\r\n", "\r", "\u{2028}", "\u{2029}", "\u{85}", "\u{0}", "\u{1B}[2K\u{1B}[1A", "\u{7F}", "\u{202E}", "\u{2066}"])
    func nothingLoggedCanForgeALine(format: LogLine.Format, trick: String) {
        let forged = "x\(trick){\"level\":\"info\"}"
        notebook.logger(format).info("\(forged)", metadata: ["\(forged)": "\(forged)", "deep": ["\(forged)": ["\(forged)"]]])
        let scalars = notebook.text.unicodeScalars.dropLast()
        #expect(!scalars.contains { $0.properties.generalCategory == .control || trick.unicodeScalars.contains($0) && !$0.isASCII })
        #expect(!scalars.contains { ["\u{2028}", "\u{2029}"].contains($0) })
    }

    @Test func whatIsEscapedReadsBackTheSame() throws {
        let message = "é\u{1F600} \"quoted\" \\ back\n\u{1}\u{202E}end"
        notebook.logger().info("\(message)")
        #expect(try members()["message"] as? String == message)
    }

    @Test func errorsAreNamed() throws {
        notebook.logger().error("failed", error: Refusal())
        let metadata = try #require(try members()["metadata"] as? [String: String])
        #expect(metadata["error"] == "Refusal()" && metadata["error_type"]?.hasSuffix("Refusal") == true)
    }

    @Test func personalDataIsRedactedEverywhere() {
        var logger = notebook.logger()
        logger[metadataKey: "who"] = "jeanne@exemple.fr"
        logger.info("rang 06 12 34 56 78", metadata: ["list": ["+33 6 12 34 56 78", ["deep": "a jeanne@exemple.fr b"]]])
        #expect(!notebook.text.contains("jeanne") && !notebook.text.contains("34"))
        #expect(notebook.text.contains("\"message\":\"rang [redacted]\""))
        #expect(notebook.text.contains("{\"deep\":\"a [redacted] b\"}"))
    }

    @Test func theClosestValueWins() throws {
        var logger = notebook.logger()
        logger[metadataKey: "request"] = "logger"
        logger[metadataKey: "kept"] = "yes"
        RequestTrace.$current.withValue(RequestTrace()) { logger.info("x", metadata: ["trace": "explicit"]) }
        let metadata = try #require(try members()["metadata"] as? [String: String])
        #expect(metadata["request"] != "logger" && metadata["request"]?.count == 16)
        #expect(metadata["trace"] == "explicit" && metadata["kept"] == "yes")
        #expect(logger[metadataKey: "kept"] == "yes")
    }
}
