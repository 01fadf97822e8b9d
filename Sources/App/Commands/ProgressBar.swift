import Foundation
import Synchronization

/// How far a long command is, on one line of the terminal; silent where nobody looks.
final class ProgressBar: Sendable {
    private static let width = 30
    private let total: Int
    private let start = ContinuousClock.now
    private let isShown = isatty(STDERR_FILENO) == 1
    private let isDirty = Mutex(false)

    init(total: Int) { self.total = max(1, total) }

    func show(_ done: Int, rows: Int) {
        guard isShown else { return }
        let share = min(1, Double(done) / Double(total))
        let filled = Int(share * Double(Self.width))
        let bar = String(repeating: "█", count: filled) + String(repeating: "·", count: Self.width - filled)
        let seconds = max(0.001, Double((ContinuousClock.now - start).components.seconds))
        write("\r\(bar) \(Int(share * 100)) %  \(rows) lines, \(Int(Double(rows) / seconds)) a second ")
        isDirty.withLock { $0 = true }
    }

    func end() {
        guard isDirty.withLock({ $0 }) else { return }
        write("\n")
    }

    private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
