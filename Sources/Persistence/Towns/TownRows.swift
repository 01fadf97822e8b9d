import Database
import Domain
import Foundation
import Secrets

/// All rows of one town, table by table: opened for an export, or deleted.
public struct TownRows {
    private let scope: TownTransaction

    public init(_ scope: TownTransaction) { self.scope = scope }

    /// Deletes at most so many rows.
    /// - Returns: how many were deleted.
    public func delete(from table: TownTable, limit: Int) throws -> Int {
        let name = SQL(stringLiteral: table.name)
        return try scope.sql.run(
            """
            /* TownRows.delete */ DELETE FROM \(name) WHERE \(sqlite: "rowid", postgres: "ctid") IN
              (SELECT \(sqlite: "rowid", postgres: "ctid") FROM \(name) WHERE town_id = \(scope.town) LIMIT \(limit))
            """)
    }

    /// The last row of all: the town itself.
    public func deleteTown() throws {
        try scope.sql.run("/* TownRows.deleteTown */ DELETE FROM towns WHERE id = \(scope.town)")
    }

    /// Each row as one line of JSON, the town's own first. Sealed columns are opened; blind indexes and the hashes of links and of codes,
    /// which mean nothing elsewhere, are left out, as is the queue of work.
    public func export(_ each: (_ table: String, _ line: String) throws -> Void) throws {
        for table in [try TownTable.towns(scope.sql)] + (try TownTable.all(scope.sql)) where table.name != "jobs" {
            try export(table) { try each(table.name, $0) }
        }
    }

    private func export(_ table: TownTable, _ each: (String) throws -> Void) throws {
        let sealed = SealedTable.all.first { $0.name.description == table.name }
        let indexes = Set(sealed?.indexes.map(\.name.description) ?? [])
        let columns = table.columns.filter { !$0.name.hasSuffix("_hash") && !indexes.contains($0.name) }
        // The row's identity comes first: the seals ask for it.
        let list = SQL(stringLiteral: ([sealed?.key.description ?? "NULL"] + columns.map(\.name)).joined(separator: ", "))
        let sealer = try sealed.map { try scope.sealer($0.purpose) }
        try scope.sql.run(
            """
            /* TownRows.export */ SELECT \(list) FROM \(SQL(stringLiteral: table.name)) WHERE \(table.town) = \(scope.town)
            """
        ) { row in
            let key: [UInt8]? = try row.next()
            var fields: [String: Any] = [:]
            for column in columns {
                if let own = sealed?.columns.first(where: { $0.name.description == column.name }), let sealed, let sealer {
                    fields[column.name] = try sealer.open(try row.next(), sealed.name, own.name, key ?? []) ?? NSNull()
                } else {
                    fields[column.name] = try Self.plain(&row, column.kind)
                }
            }
            let line = try JSONSerialization.data(withJSONObject: fields, options: [.sortedKeys, .withoutEscapingSlashes])
            try each(String(decoding: line, as: UTF8.self))
        }
    }

    /// Sixteen bytes are an id, written as everywhere; others are hexadecimal digits.
    private static func plain(_ row: inout Row, _ kind: TownTable.Kind) throws -> Any {
        switch kind {
        case .integer: try row.next() as Int64? ?? NSNull() as Any
        case .real: try row.next() as Double? ?? NSNull() as Any
        case .text: try row.next() as String? ?? NSNull() as Any
        case .bytes: try (row.next() as [UInt8]?).map { ID<Town>(bytes: $0)?.text ?? $0.hex } ?? NSNull() as Any
        }
    }
}
