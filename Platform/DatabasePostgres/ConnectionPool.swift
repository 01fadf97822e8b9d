import Database
import NIOPosix
import Synchronization

final class ConnectionPool: Sendable {
    private let url: String
    private let threads: NIOThreadPool
    private let idle = Mutex<[Connection]>([])

    init(url: String, size: Int) {
        self.url = url
        threads = NIOThreadPool(numberOfThreads: size)
        threads.start()
    }

    func transaction<T: Sendable>(_ begin: String, _ body: @escaping @Sendable (any Transaction) throws -> T) async throws -> T {
        try await threads.runIfActive { [self] in
            let connection = try ready(begin)
            defer { if connection.isUsable { idle.withLock { $0.append(connection) } } }
            do {
                let value = try body(connection)
                try connection.commit()
                return value
            } catch {
                connection.rollback()
                throw error
            }
        }
    }

    func close() async {
        try? await threads.shutdownGracefully()
        idle.withLock { $0.removeAll() }
    }

    /// A connection inside a new transaction. An idle one may have died since: then, and only before BEGIN succeeded, another is opened.
    private func ready(_ begin: String) throws -> Connection {
        while let connection = idle.withLock({ $0.popLast() }) {
            if (try? connection.execute(begin)) != nil { return connection }
        }
        let connection = try Connection(url)
        try connection.execute(begin)
        return connection
    }
}
