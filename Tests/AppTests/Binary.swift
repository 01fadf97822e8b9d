import Foundation
import TestSupport

/// The binary as people run it, in an installation of its own.
struct Binary {
    struct Outcome {
        var status: Int32
        var output: String
        var errors: String
        /// Lines on the error stream.
        var lines: [Substring] { errors.split(separator: "\n") }
    }

    static let path = TestHouse.repository.appending(path: ".build/debug/entraide")
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    var database: String { folder.path + "/db.sqlite" }

    func run(_ arguments: String..., with changes: [String: String] = [:]) throws -> Outcome { try run(arguments, with: changes) }

    func run(_ arguments: [String], with changes: [String: String] = [:]) throws -> Outcome {
        let process = Process()
        process.executableURL = Self.path
        process.arguments = arguments
        process.environment = [
            "PATH": "/usr/bin:/bin", "ENTRAIDE_DATABASE_URL": "sqlite:\(database)", "ENTRAIDE_KEYS_DIR": folder.path + "/keys",
            "ENTRAIDE_SMTP_URL": "smtp://127.0.0.1:1", "ENTRAIDE_LISTEN": "127.0.0.1:0",
        ].merging(changes) { $1 }.filter { !$0.value.isEmpty }
        let (output, errors) = (Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        let said = output.fileHandleForReading.readDataToEndOfFile()
        let failed = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus, output: String(decoding: said, as: UTF8.self),
            errors: String(decoding: failed, as: UTF8.self))
    }
}
