import JobQueue
import Logging
import ServiceLifecycle
import UseCases

/// Looks twice a second whether a town changed in another process.
struct TownWatch: Service {
    let house: House
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    try await house.towns.refresh()
                } catch {
                    logger.error("the towns cannot be read", metadata: ["error": "\(error)"])
                }
                try? await Task.sleep(for: .milliseconds(500))
            }
        }
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
