import Foundation
import Synchronization

/// What an export is written into: for the owner alone, and never over something that is there.
final class ExportFiles: Sendable {
    private struct State {
        var files: [String: FileHandle] = [:]
        var counts: [String: Int] = [:]
    }

    private let target: String
    private let isOneFile: Bool
    private let state = Mutex(State())

    init(_ target: String) throws {
        self.target = target
        isOneFile = target.hasSuffix(".jsonl")
        if isOneFile {
            let file = try Self.create(target)
            state.withLock { $0.files[""] = file }
        } else {
            guard mkdir(target, 0o700) == 0 else {
                throw Settings.Problem(description: "\(target): \(String(cString: strerror(errno))); name a folder that is not there yet")
            }
        }
    }

    func write(_ line: String, of table: String) throws {
        try state.withLock { state in
            state.counts[table, default: 0] += 1
            if isOneFile {
                try state.files[""]?.write(contentsOf: Data("{\"table\":\"\(table)\",\"row\":\(line)}\n".utf8))
                return
            }
            if state.files[table] == nil { state.files[table] = try Self.create("\(target)/\(table).jsonl") }
            try state.files[table]?.write(contentsOf: Data((line + "\n").utf8))
        }
    }

    /// - Returns: how many rows there are.
    func finish() throws -> Int {
        try state.withLock { state in
            for file in state.files.values {
                try file.synchronize()
                try file.close()
            }
            return state.counts.values.reduce(0, +)
        }
    }

    /// A new file of mode 0600.
    static func create(_ path: String) throws -> FileHandle {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            throw Settings.Problem(description: "\(path): \(String(cString: strerror(errno))); name a file that is not there yet")
        }
        return FileHandle(fileDescriptor: file, closeOnDealloc: true)
    }
}
