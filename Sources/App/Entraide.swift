import ArgumentParser
import Foundation

@main
struct Entraide: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "entraide", abstract: "Mutual aid between neighbours, for a town or a métropole.", version: "0.1.0",
        subcommands: [Serve.self, Work.self, Migrate.self, TownCommand.self, ImportCommand.self, DemoCommand.self])

    /// Exit status 0 done, 1 refused or failed with one line why, 2 wrong usage.
    static func main() async {
        let command: any ParsableCommand
        do {
            command = try parseAsRoot()
        } catch {
            let code = exitCode(for: error).rawValue
            exit(withError: error, status: code == 0 ? 0 : 2)
        }
        do {
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                var synchronous = command
                try synchronous.run()
            }
        } catch is CleanExit {
            return
        } catch {
            FileHandle.standardError.write(Data(lines(error).map { "entraide: \($0)\n" }.joined().utf8))
            Foundation.exit(1)
        }
    }

    private static func exit(withError error: any Error, status: Int32) -> Never {
        let text = fullMessage(for: error)
        let handle = status == 0 ? FileHandle.standardOutput : FileHandle.standardError
        handle.write(Data((text + "\n").utf8))
        Foundation.exit(status)
    }

    /// Our own problems say one thing a line; whatever else fails is kept to one.
    private static func lines(_ error: any Error) -> [String] {
        let lines = "\(error)".split(whereSeparator: \.isNewline).map(String.init)
        return error is Settings.Problem ? lines : [lines.joined(separator: " ")]
    }
}
