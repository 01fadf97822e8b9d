import Database
import Foundation
import TestSupport

struct Note: Record, Equatable {
    static let columns: StaticString = "id, body, data, weight"
    var id: Int
    var body: String
    var data: [UInt8]?
    var weight: Double?

    init(id: Int, body: String, data: [UInt8]?, weight: Double?) {
        self.id = id
        self.body = body
        self.data = data
        self.weight = weight
    }

    init(row: inout Row) throws {
        id = try row.next()
        body = try row.next()
        data = try row.next()
        weight = try row.next()
    }
}

let noteTables = """
    CREATE TABLE notes (
      id INTEGER NOT NULL PRIMARY KEY, body TEXT NOT NULL, data BLOB, weight REAL CHECK (weight >= 0)) STRICT;
    CREATE TABLE remarks (id INTEGER NOT NULL PRIMARY KEY, note_id INTEGER NOT NULL REFERENCES notes (id)) STRICT;
    """

extension Engine {
    func openNotes() async throws -> any Database {
        let database = try await open()
        try await Migrator([Migration("notes", noteTables)]).migrate(database, now: 0)
        return database
    }
}

extension Database {
    func count() async throws -> Int { try await read { try $0.value("SELECT count(*) FROM notes") ?? -1 } }
}

/// Lets a blocking reader wait for a task.
final class Signal: Sendable {
    private let semaphore = DispatchSemaphore(value: 0)
    func set() { semaphore.signal() }
    func wait() { _ = semaphore.wait(timeout: .now() + 5) }
}
