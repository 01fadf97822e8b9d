import ArgumentParser
import Database
import Domain
import Foundation
import UseCases

struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Bring a town's own data in.",
        subcommands: [ImportAddresses.self, ImportQuartiers.self, ImportBarriers.self, ImportHelpers.self])
}

struct ImportQuartiers: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "quartiers", abstract: "Bring in the quartiers of a GeoJSON file: all of them, or none.")

    @Argument(help: "GeoJSON file: one Polygon or MultiPolygon per quartier, named by the property “nom”.") var file: String
    @Option(help: "Slug of the town.") var town: String

    func run() async throws {
        let composition = try Composition(Settings.read())
        try await composition.prepare()
        let facts = try composition.town(town)
        let plan = try await composition.saying {
            try await NeighbourhoodImport(composition.house).run(try InputFile.bytes(file), into: facts.town)
        }
        var line = "\(facts.town.name): \(plan.added.count) added, \(plan.changed.count) changed, \(plan.unchanged.count) as before"
        if !plan.kept.isEmpty { line += "; not in the file and kept: \(plan.kept.map(\.name).joined(separator: ", "))" }
        print(line)
        await composition.database.close()
    }
}

struct ImportBarriers: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "barriers", abstract: "Draw the rivers and railways that lengthen a walk, in the place of those drawn before.")

    @Argument(help: "GeoJSON file: LineStrings or MultiLineStrings, named by the property “nom”, with a gap at each bridge.") var file:
        String
    @Option(help: "Slug of the town.") var town: String

    func run() async throws {
        let composition = try Composition(Settings.read())
        try await composition.prepare()
        let facts = try composition.town(town)
        let barriers = try await composition.saying {
            try await BarrierImport(composition.house).run(try InputFile.bytes(file), into: facts.town)
        }
        print("\(facts.town.name): \(barriers.count) drawn" + (barriers.isEmpty ? "" : ": " + barriers.map(\.name).joined(separator: ", ")))
        await composition.database.close()
    }
}
