import ArgumentParser
import Foundation
import Geography

/// Asks the index in memory, as `Benchmarks/nearness/postgis.c` asks PostGIS. Says what the entries weigh, then does a line at a time:
/// `answers QUESTION COUNT`, or `rate QUESTION CLIENTS SECONDS`, where QUESTION is nearest or newest.
struct NearnessQuestions: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "nearness", abstract: "Say what is near, from memory.")

    @Argument(help: "File of the offers.") var offers: String
    @Argument(help: "File of the queries.") var queries: String

    func run() throws {
        let file = try NearnessFile(offers), questions = try NearnessFile(queries).questions
        let index = Nearness(.plane)
        let (before, started) = (Self.resident, ContinuousClock.now)
        index.insert(contentsOf: file.entries)
        let took = (ContinuousClock.now - started) / .seconds(1)
        // Freed before that, the file would be taken off the index's weight.
        try withExtendedLifetime(file) { try say("\(index.count) \(Self.resident - before) \(took)") }
        while let line = readLine() {
            let words = line.split(separator: " ").map(String.init)
            guard words.count >= 3, let question = Question(rawValue: words[1]), let number = Int(words[2]) else {
                throw ValidationError(line)
            }
            if words.count == 3 {
                for query in questions.prefix(number) { try say(Self.text(question.ask(index, query))) }
            } else {
                let clients = Clients(count: number, seconds: Double(words[3]) ?? 1)
                try say("\(clients.rate { question.ask(index, questions[$0 % questions.count]) })")
            }
        }
    }

    enum Question: String {
        case nearest, newest

        func ask(_ index: Nearness, _ query: NearnessFile.Query) -> [Nearness.Neighbour] {
            switch self {
            case .nearest: index.nearest(to: query.place, within: 2_000, of: query.categories, limit: 20)
            case .newest: index.newest(near: query.place, within: 2_000, of: query.categories, limit: 20)
            }
        }
    }

    private static func text(_ neighbours: [Nearness.Neighbour]) -> String {
        neighbours.map { "\($0.id) \($0.distance)" }.joined(separator: " ")
    }

    private func say(_ line: String) throws { try FileHandle.standardOutput.write(contentsOf: Data("\(line)\n".utf8)) }

    /// Bytes of this process that are in memory.
    private static var resident: Int {
        let words = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))?.split(separator: " ") ?? []
        return words.count > 1 ? (Int(words[1]) ?? 0) * Int(getpagesize()) : 0
    }
}
