/// What a driver reports, in the same words for both engines.
public struct DatabaseError: Error, Sendable, Equatable, CustomStringConvertible {
    public enum Kind: String, Sendable {
        /// A unique key, foreign key, CHECK or NOT NULL of the schema was violated.
        case unique, foreignKey, check, notNull
        /// Try again: another transaction was in the way.
        case busy, serialization
        /// The server is away or the file cannot be reached.
        case connection
        /// The disk is full, or a quota is reached; nothing of the transaction is kept.
        case full
        /// The file or the medium fails (I/O error, read-only, damaged).
        case medium
        /// A column does not hold what the code expects.
        case unexpectedValue
        /// A statement failed earlier in this transaction, so nothing of it is kept.
        case aborted
        case other
    }

    public var kind: Kind
    public var message: String

    public init(_ kind: Kind, _ message: String) {
        self.kind = kind
        self.message = message
    }

    public var description: String { "\(kind.rawValue): \(message)" }
}
