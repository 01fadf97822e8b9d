import ArgumentParser
import Foundation

@main
struct Entraide: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "entraide", abstract: "Mutual aid between neighbours, for a town or a métropole.", version: "0.1.0",
        subcommands: [
            Serve.self, Work.self, Migrate.self, DemoCommand.self, TownCommand.self, ImportCommand.self, ConfigCommand.self,
            RoutesCommand.self, DoctorCommand.self, SimulateCommand.self,
        ])

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
        } catch {
            // Help is asked for by an error, too.
            let code = exitCode(for: error)
            if let silent = error as? ExitCode { Foundation.exit(silent.rawValue) }
            if code == .success { exit(withError: error, status: 0) }
            if code == .validationFailure { exit(withError: error, status: 2) }
            FileHandle.standardError.write(Data(StartProblem.lines(error).map { "entraide: \($0)\n" }.joined().utf8))
            Foundation.exit(1)
        }
    }

    private static func exit(withError error: any Error, status: Int32) -> Never {
        let text = fullMessage(for: error)
        let handle = status == 0 ? FileHandle.standardOutput : FileHandle.standardError
        handle.write(Data((text + "\n").utf8))
        Foundation.exit(status)
    }
}
