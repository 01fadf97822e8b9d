import Database
import TestSupport
import Testing

@Suite struct StatementsTests {
    @Test(arguments: Engine.all) func runAsTheyWereWritten(_ engine: Engine) async throws {
        let database = try await engine.openNotes()
        let statements = try Statements(for: database.dialect) { sheet in
            try sheet.run("INSERT INTO notes VALUES (\(1), \("a"), \([1, 2] as [UInt8]), NULL)")
            try sheet.run("UPDATE notes SET body = \("b") WHERE id = \(1)")
        }
        try await database.write(.town(1)) { try statements.run(in: $0) }
        let note: Note? = try await database.read { try $0.first("SELECT \(Note.self) FROM notes") }
        #expect(note == Note(id: 1, body: "b", data: [1, 2], weight: nil))
    }

    @Test func nothingCanBeReadYet() {
        #expect(throws: DatabaseError.self) {
            try Statements(for: .sqlite) { sheet in
                let count: Int? = try sheet.value("SELECT count(*) FROM notes")
                Issue.record("read \(count ?? 0)")
            }
        }
    }

    @Test(arguments: Engine.all) func oneThatFailsLeavesNothing(_ engine: Engine) async throws {
        let database = try await engine.openNotes()
        let statements = try Statements(for: database.dialect) { sheet in
            try sheet.run("INSERT INTO notes VALUES (1, 'a', NULL, NULL)")
            try sheet.run("INSERT INTO notes VALUES (1, 'again', NULL, NULL)")
        }
        await #expect(throws: DatabaseError.self) { try await database.write(.town(1)) { try statements.run(in: $0) } }
        #expect(try await database.count() == 0)
    }
}
