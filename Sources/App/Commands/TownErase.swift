import ArgumentParser
import Database
import Domain
import Foundation
import UseCases

extension TownCommand {
    struct Erase: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Erase a town and everybody in it, from every copy: its keys first, then its rows. Prints a certificate.")

        @Argument(help: "The town's short name.") var slug: String
        @Option(help: "The same short name once more: nobody is asked.") var yes: String?
        @Option(help: "A new file for the certificate, too.") var certificate: String?

        func run() async throws {
            let composition = try Composition(Settings.read())
            try await composition.prepare()
            let town = try composition.town(slug).town
            guard (yes ?? Self.ask(town.name, slug)) == slug else {
                throw Settings.Problem(description: "the name does not match: nothing was erased")
            }
            let file = try certificate.map(ExportFiles.create)
            let erased = try await composition.saying { try await TownErasing(composition.house).erase(town) }
            let text = try Output.json(erased)
            print(text)
            try file?.write(contentsOf: Data((text + "\n").utf8))
            try file?.synchronize()
            await composition.database.close()
        }

        private static func ask(_ name: String, _ slug: String) -> String? {
            FileHandle.standardError.write(
                Data("\(name) and everything in it will be gone, from backups too. Type \(slug) to go on: ".utf8))
            return readLine()?.trimmingCharacters(in: .whitespaces)
        }
    }
}
