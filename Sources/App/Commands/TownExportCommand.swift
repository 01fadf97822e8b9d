import ArgumentParser
import Database
import Domain
import Foundation
import UseCases

extension TownCommand {
    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write everything a town has, in clear: a folder of JSON Lines, one file a table, or one file that ends in .jsonl.")

        @Argument(help: "The town's short name.") var slug: String
        @Argument(help: "A folder that is not there yet, or FILE.jsonl.") var target: String

        func run() async throws {
            let composition = try Composition(Settings.read())
            try await composition.prepare()
            let town = try composition.town(slug).town
            let files = try ExportFiles(target)
            try await TownExport(composition.house).write(town) { try files.write($1, of: $0) }
            let rows = try files.finish()
            print("\(town.name): \(rows) rows in \(target)")
            FileHandle.standardError.write(
                Data("Names, addresses and messages lie there in clear: keep it closed, and delete it after use.\n".utf8))
            await composition.database.close()
        }
    }
}
