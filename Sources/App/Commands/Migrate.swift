import ArgumentParser
import Database
import Domain
import UseCases

struct Migrate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Bring the database to this version's schema.")

    func run() async throws {
        let composition = try Composition(Settings.read())
        if case .newer = try await composition.migrator.standing(of: composition.database) {
            try await composition.prepare()
        }
        let applied = try await composition.migrator.migrate(composition.database, now: composition.house.world.now().milliseconds)
        try await composition.house.towns.refresh()
        let towns = try await TownErasing(composition.house).replay()
        if towns > 0 { print("towns erased again, which were in this copy: \(towns)") }
        let again = try await Erasing(composition.house).replay()
        if again > 0 { print("erased again, as asked before this copy was restored: \(again)") }
        print(applied.isEmpty ? "The schema is current." : applied.map { "applied \($0)" }.joined(separator: "\n"))
        await composition.database.close()
    }
}
