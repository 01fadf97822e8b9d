import API
import ArgumentParser
import Database
import Foundation
import Logging
import Web

struct RoutesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "routes", abstract: "Every route: method, path, who may use it.")

    @Flag(help: "As JSON.") var json = false

    /// Asks the routers themselves; neither the installation's database nor its keys are touched.
    func run() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "entraide-routes-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        var settings = Settings()
        settings.database = .sqlite(path: folder.appending(path: "db.sqlite").path())
        settings.keysDirectory = folder.appending(path: "keys").path()
        let composition = try Composition(settings)
        let site = try composition.site(showsMail: true, logger: Logger(label: "entraide"))
        let entries =
            site.pages.routes.instance
            + site.pages.routes.town.map { RouteEntry(method: $0.method, path: Self.town + $0.path, who: $0.who) }
            + site.interface.calls.map { RouteEntry(method: $0.method, path: $0.path, who: .init(path: $0.path)) }
        print(json ? try Output.json(entries) : Output.table(entries.map { [$0.method, $0.path, $0.who.rawValue] }))
        await composition.database.close()
    }

    /// On its own host a town has no prefix.
    private static let town = "/t/{slug}"
}
