import Secrets

extension KeyRotation {
    /// How far a rotation has come, as its job carries it: `2 4 9f86d0`. Two passes, the second after the time of grace.
    struct Stage: Equatable, Sendable {
        var pass = 1
        var table = 0
        /// The key of the last row that was looked at.
        var after: [UInt8] = []

        /// Whether a pass begins.
        var isFresh: Bool { table == 0 && after.isEmpty }
        var text: String { "\(pass) \(table) \(after.hex)" }

        func next(after last: [UInt8]?) -> Stage {
            last.map { Stage(pass: pass, table: table, after: $0) } ?? Stage(pass: pass, table: table + 1)
        }
    }
}

extension KeyRotation.Stage {
    init?(_ text: String) {
        let parts = text.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 3, let pass = Int(parts[0]), let table = Int(parts[1]), let after = [UInt8](hex: parts[2]) else { return nil }
        self.init(pass: pass, table: table, after: after)
    }
}
