/// What is wrong with a key file: one line that names the file. Also what `KeyRing.check` lists.
public struct KeyRingError: Error, Equatable, CustomStringConvertible {
    public enum Reason: Equatable, Sendable {
        /// The town is said to exist and its key is not there: a lost file, or an erased town.
        case missing
        /// The file was altered or renamed, or neither the instance key nor the previous one wrapped it.
        case refused
        /// Others than the owner may read it; the mode found.
        case open(mode: Int)
        /// Wrapped by the previous instance key: the rotation is not finished.
        case previousKey
        /// A temporary file left by an interrupted write.
        case leftOver
        /// No such town: one that was never finished, or the database is an older copy.
        case orphan
        case unknownFile
        /// A system call failed.
        case system(operation: String, number: Int32)
    }

    public let file: String
    public let reason: Reason

    public init(file: String, reason: Reason) {
        self.file = file
        self.reason = reason
    }

    public var description: String {
        switch reason {
        case .missing: "\(file): missing key file"
        case .refused: "\(file): does not open under the instance key (altered, renamed, or another key)"
        case .open(let mode): "\(file): mode \(String(mode, radix: 8)) lets others than its owner in"
        case .previousKey: "\(file): still wrapped by the previous instance key"
        case .leftOver: "\(file): left by an interrupted write, may be deleted"
        case .orphan: "\(file): the key of a town that is not in this database"
        case .unknownFile: "\(file): not a key file"
        case .system(let operation, let number): "\(file): \(operation) failed, error \(number)"
        }
    }
}
