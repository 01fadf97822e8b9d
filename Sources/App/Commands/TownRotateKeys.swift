import ArgumentParser
import Database
import Domain
import UseCases

extension TownCommand {
    struct RotateKeys: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "rotate-keys", abstract: "Renew a town's data keys while everybody goes on; again, goes on with what was begun.")

        @Argument(help: "The town's short name.") var slug: String

        func run() async throws {
            let composition = try Composition(Settings.read())
            try await composition.prepare()
            let town = try composition.town(slug).town
            let rows = try await KeyRotation(composition.house).begin(town)
            print("\(town.name): sealed by new keys from now on. \(rows) rows are sealed anew by `serve` or `work`; then the old keys are")
            print("destroyed, after ten minutes. `entraide doctor` says how far it is.")
            await composition.database.close()
        }
    }
}
