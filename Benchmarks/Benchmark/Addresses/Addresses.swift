import ArgumentParser
import Foundation

/// Reads an address base, asks it everything in a file, and writes what it answered and how long it took.
struct Addresses: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Search an address base in memory.")

    @Argument(help: "CSV in the columns of the BAN.") var file: String
    @Option(help: "JSON list of {text, near}.") var queries: String
    @Option(help: "Where the answers go, as JSON.") var answers: String

    func run() throws {
        let questions = try JSONDecoder().decode([AddressTrial.Question].self, from: Data(contentsOf: URL(filePath: queries)))
        let result = try AddressTrial.run(file: URL(filePath: file), questions: questions)
        try JSONEncoder().encode(result).write(to: URL(filePath: answers))
    }
}
