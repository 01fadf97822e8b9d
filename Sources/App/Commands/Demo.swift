import ArgumentParser
import Database
import Domain
import Foundation
import UseCases

struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "Fill an empty database with a fictional métropole, and say how to sign in.")

    @Option(help: "The same seed makes the same demo.") var seed: UInt64 = 2020
    @Option(help: .hidden) var now: String?
    @Option(help: .hidden) var scale: Double = 1

    func run() async throws {
        let plan = DemoPlan(seed: seed, now: try moment(), scale: scale)
        let composition = try Composition(Settings.read(), world: plan.world)
        try await composition.prepare()
        let library = try DemoLibrary(folder: Resources.folder().appending(path: "Demo"))
        try await composition.saying { try await Demo(composition.house, library: library, plan: plan).fill() }
        print(Greeting(composition: composition, showsMail: composition.settings.smtpURL == nil).demo.joined(separator: "\n"))
        await composition.database.close()
    }

    private func moment() throws -> Moment {
        guard let now else { return Composition.clock.now() }
        guard let date = try? Date(now, strategy: .iso8601) else { throw ValidationError("--now: write 2026-11-21T10:00:00Z") }
        return Moment(milliseconds: Int64(date.timeIntervalSince1970 * 1_000))
    }
}
