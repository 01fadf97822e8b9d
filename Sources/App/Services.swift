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
