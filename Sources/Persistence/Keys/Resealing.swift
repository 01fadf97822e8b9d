import Database
import Domain
import Secrets

/// Seals anew, under the town's newest keys, what older ones sealed. Only in the town's ordered write.
public struct Resealing {
    let scope: TownTransaction

    public init(_ scope: TownTransaction) { self.scope = scope }

    /// The next rows of a table that are still under an older key, in the order of their keys.
    /// - Parameter after: the key of the last row that was looked at; empty at first.
    /// - Returns: the key to go on after; nil when none is left.
    public func batch(of table: SealedTable, after: [UInt8], limit: Int) throws -> [UInt8]? {
        let sealer = try scope.sealer(table.purpose)
        let key = SQL(name: table.key)
        let rows = try read(table, "\(older(table, sealer)) AND \(key) > \(after) ORDER BY \(key) LIMIT \(limit)")
        for row in rows { try reseal(row, of: table, sealer) }
        if table.name.description == CallerIndex.subject { try CallerIndex(scope).renew(rows.compactMap { ID(bytes: $0.key) }) }
        return rows.count < limit ? nil : rows.last?.key
    }

    /// How many rows are still under an older key.
    public func left() throws -> Int {
        try SealedTable.all.reduce(0) { sum, table in
            let condition = older(table, try scope.sealer(table.purpose))
            let count: Int? = try scope.sql.value(
                "/* Resealing.left */ SELECT count(*) FROM \(SQL(name: table.name)) WHERE town_id = \(scope.town) AND (\(condition))")
            return sum + (count ?? 0)
        }
    }

    /// These people, and all who share an address or a number with them, so that what compares their indexes finds them (see `Blocks`).
    public func alike(_ ids: [ID<Person>]) throws {
        let sealer = try scope.sealer(.people)
        guard sealer.isRotating, let table = SealedTable.all.first else { return }
        let people = try People(scope)
        for person in try people.find(ids).values {
            let same =
                try (person.email.map { try people.residents(with: $0) + people.visitors(with: $0) } ?? [])
                + (person.phone.map(people.withPhone) ?? []) + [person]
            for row in try read(table, "(\(older(table, sealer))) AND id IN \(list: same.map(\.id))") {
                try reseal(row, of: table, sealer)
            }
        }
    }

    private struct Stored {
        var key: [UInt8]
        var columns: [[UInt8]?]
        var indexes: [[UInt8]?]
    }

    private func read(_ table: SealedTable, _ rest: SQL) throws -> [Stored] {
        let names = [table.key] + table.columns.map(\.name) + table.indexes.map(\.name)
        let list = SQL(stringLiteral: names.map(\.description).joined(separator: ", "))
        var rows: [Stored] = []
        try scope.sql.run(
            "/* Resealing.read */ SELECT \(list) FROM \(SQL(name: table.name)) WHERE town_id = \(scope.town) AND \(rest)"
        ) { row in
            rows.append(
                Stored(
                    key: try row.next(), columns: try table.columns.map { _ in try row.next() },
                    indexes: try table.indexes.map { _ in try row.next() }))
        }
        return rows
    }

    /// Whether any column of a row is not under the newest key.
    private func older(_ table: SealedTable, _ sealer: Sealer) -> SQL {
        let header = sealer.header
        let conditions: [SQL] = table.columns.map { "substr(\(SQL(name: $0.name)), 1, CAST(\(header.count) AS INTEGER)) <> \(header)" }
        return "(\(conditions.joined(" OR ")))"
    }

    private func reseal(_ row: Stored, of table: SealedTable, _ sealer: Sealer) throws {
        let people = try People(scope)
        var changes: [SQL] = []
        var indexes = row.indexes[...]
        for (column, sealed) in zip(table.columns, row.columns) {
            let own = indexes.prefix(column.indexes.count)
            indexes = indexes.dropFirst(column.indexes.count)
            guard let sealed, !sealer.isCurrent(sealed) else { continue }
            let text = try sealer.open(sealed, table: table.name, column: column.name, row: row.key)
            let again = try sealer.seal(text, table: table.name, column: column.name, row: row.key)
            changes.append("\(SQL(name: column.name)) = \(again)")
            for (index, stored) in zip(column.indexes, own) where stored != nil {
                changes.append("\(SQL(name: index.name)) = \(try index.of(text, people))")
            }
        }
        try scope.sql.run(
            """
            /* Resealing.reseal */ UPDATE \(SQL(name: table.name)) SET \(changes.joined(", "))
            WHERE town_id = \(scope.town) AND \(SQL(name: table.key)) = \(row.key)
            """)
    }
}
