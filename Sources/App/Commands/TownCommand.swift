import ArgumentParser
import Database
import Domain
import Foundation
import UseCases

struct TownCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "town", abstract: "Open and list towns, renew their keys, export and erase them.",
        subcommands: [Create.self, List.self, RotateKeys.self, Export.self, Erase.self])

    struct Create: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Open a town, with its categories and its first administrator.")

        @Argument(help: "Short name for addresses: small letters, digits, dashes.") var slug: String
        @Option(help: "The town's name as people say it.") var name: String
        @Option(help: "INSEE code, five characters.") var insee: String?
        @Option(help: "Host name of the town's own site.") var host: String?
        @Option(help: "Slug of the métropole it belongs to.") var parent: String?
        @Option(help: "GeoJSON file of the commune's outline.") var outline: String?
        @Option(help: "Telephone number shown on every page.") var phone: String?
        @Option(help: "E-mail address of the first administrator.") var admin: String

        func run() async throws {
            let composition = try Composition(Settings.read())
            try await composition.prepare()
            let opening = TownOpening(
                slug: slug, name: name, insee: insee, host: host, parent: parent, outline: try outline.map(InputFile.bytes), phone: phone,
                administrator: admin)
            let town = try await composition.saying { try await TownKeeping(composition.house).open(opening) }
            print("\(town.name): \(composition.house.base(of: town))/")
            await composition.database.close()
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "The towns of this instance.")

        @Flag(help: "As JSON.") var json = false

        func run() async throws {
            let composition = try Composition(Settings.read())
            try await composition.prepare()
            let rows = composition.house.towns.all.map { facts in
                Row(
                    slug: facts.town.slug, name: facts.town.name, insee: facts.town.insee, host: facts.town.host,
                    url: composition.house.base(of: facts.town) + "/", neighbourhoods: facts.neighbourhoods.count)
            }
            let text = json ? try Output.json(rows) : rows.map { "\($0.slug)\t\($0.name)\t\($0.url)" }.joined(separator: "\n")
            if text.isEmpty {
                FileHandle.standardError.write(Data("No town yet: `entraide town create` opens one.\n".utf8))
            } else {
                print(text)
            }
            await composition.database.close()
        }

        private struct Row: Encodable {
            var slug: String
            var name: String
            var insee: String?
            var host: String?
            var url: String
            var neighbourhoods: Int
        }
    }
}
