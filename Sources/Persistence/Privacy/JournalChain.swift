import Database
import Domain
import Secrets

/// How each entry is bound to the one before. The key lies outside the database: who can only write there cannot write a chain anew.
struct JournalChain {
    private let sealer: Sealer

    init(_ scope: TownTransaction) throws { sealer = try scope.sealer(.people) }

    /// - Parameter written: the code that stands there, when it is to be proved.
    func code(of line: JournalLine, after previous: [UInt8], like written: [UInt8]? = nil) -> [UInt8] {
        let entry = line.entry
        return sealer.chainCode(
            [
                Self.bytes(line.number), line.id.bytes, Self.bytes(entry.at.milliseconds), entry.actor?.bytes ?? [],
                Array(line.role.utf8), Array(entry.action.rawValue.utf8), Array(entry.subjectKind.utf8), entry.subject ?? [],
                Array(entry.purpose.utf8),
            ], after: previous, like: written)
    }

    /// - Parameter previous: the code of the checkpoint before.
    func code(of checkpoint: JournalCheckpoint, after previous: [UInt8], like written: [UInt8]? = nil) -> [UInt8] {
        let numbers = [
            checkpoint.number, checkpoint.entries, checkpoint.firstAt.milliseconds, checkpoint.lastAt.milliseconds,
            checkpoint.purgedAt.milliseconds,
        ]
        return sealer.chainCode(numbers.map(Self.bytes) + [checkpoint.lastCode], after: previous, like: written)
    }

    /// Whether entries may end with this code: one of a key that a rotation let go could be written by whoever has that key.
    func mayEnd(with code: [UInt8]) -> Bool { code.isEmpty || sealer.mayEnd(with: code) }

    private static func bytes(_ number: Int64) -> [UInt8] { withUnsafeBytes(of: number.bigEndian) { Array($0) } }
}

/// What stands for the entries up to `number`, whose time was over.
struct JournalCheckpoint {
    var number: Int64
    /// How many went since the checkpoint before.
    var entries: Int64
    var firstAt: Moment
    var lastAt: Moment
    var purgedAt: Moment
    /// Of the last entry that went: the next one hangs on it.
    var lastCode: [UInt8]
}
