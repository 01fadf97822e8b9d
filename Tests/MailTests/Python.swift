import Foundation

/// The interpreter that the suite's Python programs run with: ENTRAIDE_TEST_PYTHON, else the package's own virtual environment.
enum Python {
    static let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()

    static var interpreter: URL {
        if let path = ProcessInfo.processInfo.environment["ENTRAIDE_TEST_PYTHON"] { return URL(filePath: path) }
        return tests.deletingLastPathComponent().appending(path: ".venv/bin/python")
    }

    static func run(_ arguments: [String], input: [UInt8] = []) throws -> Data {
        try Command.run(interpreter, arguments, input: input)
    }
}

struct CommandFailure: Error {
    let program: String
    let status: Int32
}

enum Command {
    /// What the program prints. Its input must be small enough for a pipe (64 kB).
    static func run(_ program: URL, _ arguments: [String], input: [UInt8] = []) throws -> Data {
        let process = Process()
        let (stdin, stdout) = (Pipe(), Pipe())
        process.executableURL = program
        process.arguments = arguments
        process.standardInput = stdin
        process.standardOutput = stdout
        process.standardError = FileHandle.nullDevice
        try process.run()
        try stdin.fileHandleForWriting.write(contentsOf: Data(input))
        try stdin.fileHandleForWriting.close()
        let output = try stdout.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw CommandFailure(program: program.path, status: process.terminationStatus) }
        return output
    }
}
