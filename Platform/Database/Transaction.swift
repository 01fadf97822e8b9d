/// One transaction on one thread. Synchronous, so that nobody can hold it open across an `await`.
public protocol Transaction: AnyObject {
    var dialect: SQL.Dialect { get }

    /// Runs one statement, hands over each row, and answers how many rows it returned or changed.
    @discardableResult
    func run(_ sql: SQL, _ each: (inout Row) throws -> Void) throws -> Int

    /// The same for a statement whose rows nobody reads.
    @discardableResult
    func run(_ sql: SQL) throws -> Int

    /// Several statements without values: migrations only.
    func script(_ text: String) throws
}

extension Transaction {
    @discardableResult
    public func run(_ sql: SQL) throws -> Int { try run(sql) { _ in } }

    public func all<R: Record>(_ sql: SQL) throws -> [R] {
        var records: [R] = []
        try run(sql) { records.append(try R(row: &$0)) }
        return records
    }

    public func first<R: Record>(_ sql: SQL) throws -> R? {
        var record: R?
        try run(sql) { if record == nil { record = try R(row: &$0) } }
        return record
    }

    public func value<T: Readable>(_ sql: SQL) throws -> T? {
        var value: T?
        try run(sql) { if value == nil { value = try $0.next() } }
        return value
    }

    public func values<T: Readable>(_ sql: SQL) throws -> [T] {
        var values: [T] = []
        try run(sql) { values.append(try $0.next()) }
        return values
    }
}
