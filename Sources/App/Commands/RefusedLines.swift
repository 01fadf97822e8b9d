import Domain
import Foundation
import Synchronization

/// Refused lines of an import: the first ones for the screen, all of them for a file beside the input, so that memory stays small.
final class RefusedLines: Sendable {
    private struct State {
        var file: FileHandle?
        var first: [String] = []
    }

    private static let shown = 20
    private let url: URL
    private let words: CommandWords
    private let state = Mutex(State())

    init(beside path: String, words: CommandWords) {
        let input = URL(filePath: path)
        url = input.deletingLastPathComponent().appending(path: input.deletingPathExtension().lastPathComponent + "-refused.txt")
        self.words = words
    }

    func add(_ line: Int, _ fault: AddressFault) throws {
        let text = "line \(line): \(words.problem(fault.refusal).description)"
        try state.withLock { state in
            if state.first.count < Self.shown { state.first.append(text) }
            if state.file == nil { state.file = Self.opened(url) }
            try state.file?.write(contentsOf: Data((text + "\n").utf8))
        }
    }

    /// Added to what an earlier, interrupted run has written; nil where the folder may not be written.
    private static func opened(_ url: URL) -> FileHandle? {
        if !FileManager.default.fileExists(atPath: url.path()) { try? Data().write(to: url) }
        let file = FileHandle(forWritingAtPath: url.path())
        _ = try? file?.seekToEnd()
        return file
    }

    func summary(_ count: Int) -> String {
        state.withLock { state in
            var lines = state.first
            if count > lines.count { lines.append("… \(count - lines.count) more") }
            if state.file != nil { lines.append("all refused lines: \(url.path())") }
            return lines.joined(separator: "\n")
        }
    }
}
