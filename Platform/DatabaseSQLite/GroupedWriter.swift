import Database
import struct Database.DatabaseError
import GRDB
import NIOPosix
import Synchronization

/// The one writer. While a commit waits for the disk, writes gather; the next commit carries all of them. When one fails, all are undone and
/// run again with a savepoint each, so that it is undone alone; everybody is answered only once the group is on the disk.
final class GroupedWriter: Sendable {
    private struct State {
        var waiting: [any PendingWrite] = []
        var isDraining = false
    }

    private static let largestGroup = 256
    private let pool: DatabasePool
    private let thread = NIOThreadPool(numberOfThreads: 1)
    private let state = Mutex(State())

    init(pool: DatabasePool) {
        self.pool = pool
        thread.start()
    }

    func write<T: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            let write = Write(body: body, continuation: continuation)
            let mustStart = state.withLock { state in
                state.waiting.append(write)
                defer { state.isDraining = true }
                return !state.isDraining
            }
            if mustStart { start() }
        }
    }

    func close() async { try? await thread.shutdownGracefully() }

    private func start() {
        thread.submit { [self] threadState in
            guard case .active = threadState else {
                for write in takeAll() { write.fail(DatabaseError(.connection, "the database is closed")) }
                return
            }
            while let group = nextGroup() { commit(group) }
        }
    }

    private func takeAll() -> [any PendingWrite] {
        state.withLock { state in
            defer { state = State() }
            return state.waiting
        }
    }

    private func nextGroup() -> [any PendingWrite]? {
        state.withLock { state in
            guard !state.waiting.isEmpty else {
                state.isDraining = false
                return nil
            }
            let group = state.waiting.prefix(Self.largestGroup)
            state.waiting.removeFirst(group.count)
            return Array(group)
        }
    }

    private func commit(_ group: [any PendingWrite]) {
        do {
            try pool.writeWithoutTransaction { database in
                guard try !together(group, in: database) else { return }
                // The others run again, as `write` says they may.
                if group.count > 1 { try apart(group, in: database) }
            }
            for write in group { write.answer() }
        } catch let error as GRDB.DatabaseError {
            for write in group { write.fail(DatabaseError(error)) }
        } catch {
            for write in group { write.fail(error) }
        }
    }

    /// All in one transaction without savepoints, which would copy each page that a write touches into a file of their own.
    /// False, and nothing kept, when one of them failed.
    private func together(_ group: [any PendingWrite], in database: GRDB.Database) throws -> Bool {
        try transaction(of: database) { group.allSatisfy { $0.perform(in: database) } }
    }

    private func apart(_ group: [any PendingWrite], in database: GRDB.Database) throws {
        _ = try transaction(of: database) {
            for write in group { try write.performApart(in: database) }
            return true
        }
    }

    /// Commits when `body` answers true.
    private func transaction(of database: GRDB.Database, _ body: () throws -> Bool) throws -> Bool {
        try database.beginTransaction(.immediate)
        do {
            if try body() {
                try database.commit()
                return true
            }
            if database.isInsideTransaction { try database.rollback() }
            return false
        } catch {
            if database.isInsideTransaction { try? database.rollback() }
            throw error
        }
    }
}
