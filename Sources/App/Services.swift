import JobQueue
import Logging
import ServiceLifecycle
import UseCases

/// Does the same thing again and again; when it fails, says so and tries the next time.
struct Again: Service {
    let every: Duration
    /// For the log.
    let trouble: Logger.Message
    let logger: Logger
    let work: @Sendable () async throws -> Void

    /// Looks twice a second whether a town changed in another process.
    static func watchingTowns(_ house: House, _ logger: Logger) -> Again {
        Again(every: .milliseconds(500), trouble: "the towns cannot be read", logger: logger) { try await house.towns.refresh() }
    }

    /// Reads the address bases before the first visitor types, and again when a new one has come in.
    static func readingAddresses(_ house: House, _ logger: Logger) -> Again {
        Again(every: .seconds(1), trouble: "an address base cannot be read", logger: logger) { try await house.addresses.warm() }
    }

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    try await work()
                } catch {
                    logger.error(trouble, metadata: ["error": "\(error)"])
                }
                try? await Task.sleep(for: every)
            }
        }
    }
}

/// Streams of the live board would hold the server up for as long as somebody watches.
struct BoardClosing: Service {
    let house: House

    func run() async throws {
        try? await gracefulShutdown()
        house.boards.close()
    }
}

/// The worker as a service: on shutdown the jobs in hand are finished first.
struct WorkerService: Service {
    let worker: Worker

    func run() async throws {
        await cancelWhenGracefulShutdown { await worker.run() }
    }
}

/// Writes the gathered page views down every ten seconds, and once more when the server has answered its last request: it stops after it.
struct PageViewWriting: Service {
    let views: PageViews
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                try? await Task.sleep(for: .seconds(10))
                if !Task.isCancelled { await write() }
            }
        }
        await write()
    }

    private func write() async {
        do {
            try await views.flush()
        } catch {
            logger.error("page views wait to be written", metadata: ["error": "\(error)"])
        }
    }
}
