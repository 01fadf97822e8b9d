import ArgumentParser
import Database
import Foundation
import Hummingbird
import JobQueue
import Logging
import Mail
import Observation
import ServiceLifecycle
import UnixSignals
import UseCases
import Web

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Serve the site and do its work.")

    func run() async throws {
        Memory.keepWhatIsFreed()
        let settings = try Settings.read()
        LogLine.bootstrap(level: Logger.Level(rawValue: settings.logLevel) ?? .info, format: .init(rawValue: settings.logFormat) ?? .json)
        try await StartProblem.checkPort(settings.listen)
        let composition = try Composition(settings)
        try await composition.prepare()
        let logger = Logger(label: "entraide")
        composition.holdKeys(logger)
        let post = try PostOffice(composition)
        let site = try composition.site(showsMail: post.isShown, logger: logger)
        // Said once the port is ours, and at once: whoever started us may be waiting behind a pipe.
        let greeting = Greeting(composition: composition, showsMail: post.isShown).text
        let server = Application(
            responder: site,
            // Who sends nothing whole for so long is cut off: half-open connections cost a file each.
            server: .http1(configuration: .init(additionalChannelHandlers: [RequestDeadline()], idleTimeout: .seconds(30))),
            configuration: .init(address: .hostname(settings.listen.host, port: settings.listen.port), serverName: nil),
            onServerRunning: { _ in FileHandle.standardOutput.write(Data((greeting + "\n").utf8)) }, logger: logger)
        let group = ServiceGroup(
            configuration: .init(
                services: [
                    .init(service: PageViewWriting(views: site.views, logger: logger)),
                    .init(service: server, successTerminationBehavior: .gracefullyShutdownGroup),
                    .init(service: Again.watchingTowns(composition.house, logger)),
                    .init(service: Again.readingAddresses(composition.house, logger)),
                    .init(service: WorkerService(worker: composition.worker(post.mailer, logger: logger))),
                    // The last is the first to be told.
                    .init(service: BoardClosing(house: composition.house)),
                ],
                gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
        do {
            try await group.run()
        } catch {
            throw StartProblem.listening(error, on: settings.listen)
        }
        await composition.database.close()
    }
}

struct Work: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Do the work of the queue alone, beside `serve` processes.")

    func run() async throws {
        Memory.keepWhatIsFreed()
        let settings = try Settings.read()
        LogLine.bootstrap(level: Logger.Level(rawValue: settings.logLevel) ?? .info, format: .init(rawValue: settings.logFormat) ?? .json)
        let composition = try Composition(settings)
        try await composition.prepare()
        let logger = Logger(label: "entraide")
        composition.holdKeys(logger)
        let post = try PostOffice(composition)
        let group = ServiceGroup(
            configuration: .init(
                services: [
                    .init(service: Again.watchingTowns(composition.house, logger)),
                    .init(service: WorkerService(worker: composition.worker(post.mailer, logger: logger))),
                ],
                gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
        try await group.run()
        await composition.database.close()
    }
}
