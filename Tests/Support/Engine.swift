import Database
import DatabasePostgres
import DatabaseSQLite
import Foundation
import Testing

/// The engines that every test of data runs on; each test gets an empty database of its own.
public struct Engine: Sendable, CustomTestStringConvertible {
    public let testDescription: String
    public let open: @Sendable () async throws -> any Database

    public init(testDescription: String, open: @escaping @Sendable () async throws -> any Database) {
        self.testDescription = testDescription
        self.open = open
    }

    /// SQLite always; PostgreSQL where `make test` started one.
    public static let all: [Engine] = [sqlite] + (postgresURL == nil ? [] : [postgres])

    public static let sqlite = Engine(testDescription: "sqlite") {
        try SQLiteDatabase(path: TemporaryFolder().path + "/db.sqlite", readers: 2)
    }

    public static let postgresURL = ProcessInfo.processInfo.environment["ENTRAIDE_TEST_POSTGRES_URL"]

    private static let postgres = Engine(testDescription: "postgres") {
        let url = postgresURL ?? ""
        let schema = "t_" + UUID().uuidString.lowercased().replacing("-", with: "")
        let admin = PostgresDatabase(url: url, connections: 1)
        try await admin.write(.unordered) { try $0.script("CREATE SCHEMA \(schema)") }
        await admin.close()
        return PostgresDatabase(url: url + "?options=-c%20search_path%3D\(schema)", connections: 2)
    }
}

/// A folder of its own, below the system's temporary folder.
public struct TemporaryFolder: Sendable {
    public let path: String

    public init() throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "entraide-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = url.path()
    }
}
