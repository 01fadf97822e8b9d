public import Database

/// A piece of work kept in the database until it is done.
public struct Job: Record, Equatable {
    public static let columns: StaticString = "id, town_id, kind, payload, attempts"

    public var id: [UInt8]
    /// The town whose work it is; 0 is the instance.
    public var town: Int
    public var kind: String
    /// Opaque to the queue; never personal data, only ids.
    public var payload: String
    /// How often it was begun, this time included.
    public var attempts: Int

    public init(row: inout Row) throws {
        id = try row.next()
        town = try row.next()
        kind = try row.next()
        payload = try row.next()
        attempts = try row.next()
    }
}

/// A job that gave up: shown by `doctor` until somebody decides.
public struct DeadLetter: Record, Equatable {
    public static let columns: StaticString = "id, town_id, kind, attempts, last_error, due"

    public var id: [UInt8]
    public var town: Int
    public var kind: String
    public var attempts: Int
    public var error: String?
    /// Epoch milliseconds of the last attempt.
    public var at: Int64

    public init(row: inout Row) throws {
        id = try row.next()
        town = try row.next()
        kind = try row.next()
        attempts = try row.next()
        error = try row.next()
        at = try row.next()
    }
}

/// Throw it from a job to give up at once: no retry can help.
public struct JobGaveUp: Error {
    public var reason: String

    public init(_ reason: String) { self.reason = reason }
}
