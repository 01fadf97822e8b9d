import Database
import Synchronization

/// What goes wrong in a `RewindingDatabase`: a process that dies at one of its writes, and planted errors that a check must find.
public struct Faults: Sendable {
    /// What a statement becomes.
    public enum Planted: Sendable {
        case asItIs, left
        case replaced(by: String)
        case followed(by: String)
    }

    public typealias Plant = @Sendable (_ statement: String) -> Planted

    enum End: Equatable { case whole, death, tornDeath }

    static let isDead = DatabaseError(.connection, "the process is dead")
    var planted: Plant?
    private var writesLeft: Int?
    private var isDying = false
    private var isTearing = false

    /// - Throws: when the process died at an earlier write.
    mutating func nextWrite() throws -> End {
        guard !isDying else { throw Self.isDead }
        guard let left = writesLeft else { return .whole }
        writesLeft = left - 1
        isDying = left == 1
        return isDying ? isTearing ? .tornDeath : .death : .whole
    }

    mutating func die(at write: Int, torn: Bool) { (writesLeft, isTearing) = (write, torn) }

    /// Another process takes over. Answers whether the first died.
    mutating func live() -> Bool {
        defer { (writesLeft, isDying) = (nil, false) }
        return isDying
    }
}

extension RewindingDatabase {
    /// From now on each statement is given to it, without its values.
    public func plant(_ planted: @escaping Faults.Plant) { faults.withLock { $0.planted = planted } }

    /// Plays `body` by a process that dies at the end of its n-th write, before the commit. Answers whether it came so far.
    /// - Parameter torn: a broken database keeps what that write did so far.
    public func dying(at write: Int, torn: Bool = false, _ body: () async throws -> Void) async rethrows -> Bool {
        faults.withLock { $0.die(at: write, torn: torn) }
        try await body()
        return faults.withLock { $0.live() }
    }
}

/// A transaction with planted errors.
final class FaultyTransaction: Transaction {
    let dialect = SQL.Dialect.sqlite
    private(set) var hasFailed = false
    private let sql: any Transaction
    private let plant: Faults.Plant?

    init(_ sql: any Transaction, _ plant: Faults.Plant?) { (self.sql, self.plant) = (sql, plant) }

    func run(_ statement: SQL, _ each: (inout Row) throws -> Void) throws -> Int {
        do {
            switch plant?(statement.sqlite) ?? .asItIs {
            case .asItIs: return try sql.run(statement, each)
            case .left: return 0
            case .replaced(let text): return try sql.run(statement.saying(text), each)
            case .followed(let text):
                defer { hasFailed = hasFailed || (try? sql.script(text)) == nil }
                return try sql.run(statement, each)
            }
        } catch {
            hasFailed = true
            throw error
        }
    }

    func script(_ text: String) throws { try sql.script(text) }
}

extension SQL {
    /// Another text with the same values, written out.
    fileprivate func saying(_ text: String) -> SQL {
        SQL(
            stringLiteral: text.replacing(/\$([0-9]+)/) { match in
                let position = (Int(match.output.1) ?? 1) - 1
                return values.indices.contains(position) ? values[position].written : "NULL"
            })
    }
}

extension SQL.Value {
    fileprivate var written: String {
        switch self {
        case .null: "NULL"
        case .integer(let number): "\(number)"
        case .real(let number): "\(number)"
        case .text(let text): "'\(text.replacing("'", with: "''"))'"
        case .bytes(let bytes): "x'\(bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined())'"
        }
    }
}
