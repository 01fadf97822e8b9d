/// Statements written out before the transaction that runs them. What they hold (sealed columns, ids, letters, the SQL text) is then made
/// beside others, and the one writer of a database only has to run them.
///
///     let statements = try Statements(for: database.dialect) { try Notes($0).insert(note) }
///     try await database.write(.town(1)) { try statements.run(in: $0) }
public struct Statements: Sendable {
    private let all: [SQL]

    /// - Throws: what `body` throws; it writes only, since nothing can be read yet.
    public init(for dialect: SQL.Dialect, _ body: (any Transaction) throws -> Void) throws {
        let sheet = Sheet(dialect)
        try body(sheet)
        all = sheet.statements
    }

    public func run(in transaction: any Transaction) throws {
        for statement in all { try transaction.run(statement) }
    }
}

/// A transaction that writes down what it is asked to do.
private final class Sheet: Transaction {
    let dialect: SQL.Dialect
    private(set) var statements: [SQL] = []

    init(_ dialect: SQL.Dialect) { self.dialect = dialect }

    func run(_ sql: SQL) -> Int {
        statements.append(sql)
        return 0
    }

    func run(_ sql: SQL, _ each: (inout Row) throws -> Void) throws -> Int { throw Self.early }
    func script(_ text: String) throws { throw Self.early }

    private static let early = DatabaseError(.other, "nothing can be read before the transaction")
}
