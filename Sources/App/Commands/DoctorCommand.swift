import ArgumentParser
import Database
import Foundation
import UseCases

struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Look at the installation and say what is wrong with it; changes nothing.")

    @Flag(help: "As JSON.") var json = false

    func run() async throws {
        let settings = try Settings.read()
        if case .sqlite(let path) = settings.database, !FileManager.default.fileExists(atPath: path) {
            throw Settings.Problem(description: "there is no database at \(path): run `entraide migrate`, or set ENTRAIDE_DATABASE_URL")
        }
        let composition = try Composition(settings)
        try? await composition.house.towns.refresh()
        let findings = await Doctor(composition: composition).findings()
        let isWell = findings.allSatisfy { $0.state != .wrong }
        print(
            json
                ? try Output.json(Report(isWell: isWell, findings: findings))
                : Output.table(findings.map { [$0.state.rawValue, $0.name, $0.words] }))
        await composition.database.close()
        if !isWell { throw ExitCode(1) }
    }

    private struct Report: Encodable {
        var isWell: Bool
        var findings: [Finding]
    }
}
