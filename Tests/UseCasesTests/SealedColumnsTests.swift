import Database
import Domain
@testable import Persistence
import TestSupport
import Testing
import UseCases

/// Every column of bytes is known: sealed, the index of a sealed one, or open on purpose.
@Suite struct SealedColumnsTests {
    /// Bytes that are neither ids, nor hashes of tokens, nor sealed.
    private static let open: Set<String> = [
        "address_imports.digest", "address_streets.houses", "asks.token_hash", "call_locks.caller", "consent_proofs.pseudonym",
        "consents.subject",
        "home_squares.quartier", "journal.code", "journal.subject", "journal_checkpoints.code", "journal_checkpoints.last_code",
        "journal_heads.code", "loads.place",
    ]

    private static func isID(_ name: String) -> Bool { name == "id" || name.hasSuffix("_id") || name.hasSuffix("_by") }

    @Test(arguments: Engine.all) func everyColumnOfBytesIsAccountedFor(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let tables = try await test.house.database.read { try TownTable.all($0) }
        var known = Self.open
        for table in SealedTable.all {
            known.formUnion((table.columns.map(\.name) + table.indexes.map(\.name)).map { "\(table.name).\($0)" })
            #expect(tables.contains { $0.name == "\(table.name)" && $0.columns.contains { $0.name == "\(table.key)" } })
        }
        for table in tables {
            for column in table.columns where column.kind == .bytes && !Self.isID(column.name) && !column.name.hasSuffix("_hash") {
                #expect(known.contains("\(table.name).\(column.name)"), "sealed? then it belongs in SealedTable.all")
            }
        }
        for name in known {
            let parts = name.split(separator: ".").map(String.init)
            let column = tables.first { $0.name == parts[0] }?.columns.first { $0.name == parts[1] }
            #expect(column?.kind == .bytes, "\(name) is no column of bytes")
        }
        #expect(tables.count > 30)
    }

    @Test(arguments: Engine.all) func childrenComeBeforeTheirParents(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let names = try await test.house.database.read { try TownTable.all($0).map(\.name) }
        for (child, parent) in [
            ("messages", "matches"), ("matches", "help_requests"), ("help_requests", "people"), ("people", "neighbourhoods"),
        ] {
            let (one, other) = (try #require(names.firstIndex(of: child)), try #require(names.firstIndex(of: parent)))
            #expect(one < other, "\(child) before \(parent)")
        }
        #expect(names.contains("jobs") && !names.contains("towns") && !names.contains("instance"))
    }
}
