import ArgumentParser
import Foundation

struct ConfigCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config", abstract: "Every setting and its value, secrets hidden.")

    @Flag(help: "As JSON.") var json = false

    /// Also shows what exists when something is set wrongly, and then says what.
    func run() async throws {
        var settings = Settings()
        var problem: (any Error)?
        do { settings = try Settings.read() } catch { problem = error }
        let rows = Settings.entries.map { entry in
            let value = entry.show(settings)
            return Row(
                name: entry.name, value: entry.isSecret ? value.map { _ in "(hidden)" } : value, meaning: entry.meaning,
                isSet: ProcessInfo.processInfo.environment[entry.name]?.isEmpty == false)
        }
        print(json ? try Output.json(rows) : Output.table(rows.map { [$0.name, $0.value ?? "(not set)", $0.meaning] }))
        if let problem { throw problem }
    }

    private struct Row: Encodable {
        var name: String
        var value: String?
        var meaning: String
        /// By the environment, rather than by default.
        var isSet: Bool
    }
}
